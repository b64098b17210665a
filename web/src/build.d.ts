/** The version of the program that the page was built from. */
declare const __VERSION__: string;
