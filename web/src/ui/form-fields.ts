/** The value of a form's text field by its name; empty when it has none. */
export function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** For a form's `onSubmit`: keeps the browser from leaving the page and hands over the form. */
export function submitting(run: (form: HTMLFormElement) => void): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) run(event.currentTarget);
  };
}
