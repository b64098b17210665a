interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Hands a text to the browser as a download; nothing leaves the machine. */
export function saveTextFile({ name, text }: TextFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
