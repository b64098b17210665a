/** The one thing of a browser that the client's own modules ask the global object for. */
// eslint-disable-next-line no-var -- only a var is a property of the global object
declare var addEventListener: ((type: string, listener: () => void) => void) | undefined;
