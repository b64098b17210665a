import './search-form.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

import { Button } from './button.tsx';
import { Field } from './field.tsx';

interface SearchFormProps {
  readonly label: string;
  readonly action: string;
  /** The page that is searched: a search is an address of that page. */
  readonly path: string;
  /** What is searched for now. */
  readonly search: string;
}

/** Searches the page it stands on: the words go into the address, where a reload and a link find them. */
export function SearchForm({ label, action, path, search }: SearchFormProps): JSX.Element {
  const { route } = useLocation();
  const words = useSignal(search);
  useEffect(() => void (words.value = search), [search]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const wanted = words.value.trim();
    route(wanted === '' ? path : `${path}?search=${encodeURIComponent(wanted)}`, true);
  };
  return (
    <form role="search" class="search-form" onSubmit={submit}>
      <Field
        label={label}
        type="search"
        name="search"
        maxLength={100}
        autocapitalize="off"
        value={words}
        onInput={(event) => (words.value = event.currentTarget.value)}
      />
      <Button type="submit">{action}</Button>
    </form>
  );
}
