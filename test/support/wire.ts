/** What comes over the wire, before a test has asserted what it is. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads the answer it expects; a wrong guess fails it
export type Wire = any;
