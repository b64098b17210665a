/** A page as it was read, and the version of its parent that it was read at. */
export interface KeptPage {
  readonly version: string;
  readonly json: string;
}

/** A page that a statement may find as it was: its place in the text is marked by a number. */
export interface Keep {
  readonly name: string;
  /** As it was; absent for a page that is not kept. */
  readonly json: string | undefined;
}

/** How much is kept, in characters, names and what a page costs beside its text included: at most twice as many bytes. */
const charactersMax = 16 * 1024 * 1024;
const besideText = 200;
/** Variables may be of any size, and are in the name: what is asked for with longer ones is read each time. */
const nameMax = 400;

/** Pages that were read before, for as long as there is room; those that nobody asked for longest go first. */
export class KeptPages {
  readonly #pages = new Map<string, KeptPage>();
  readonly #charactersMax: number;
  #characters = 0;
  /** Selections of documents that come again are the same objects, and get one number each. */
  readonly #selections = new WeakMap<object, number>();
  #selectionCount = 0;

  constructor(most = charactersMax) {
    this.#charactersMax = most;
  }

  /** The name of what a selection asks of the one thing that is named. */
  nameOf(selection: object, only: string): string {
    const known = this.#selections.get(selection);
    const number = known ?? (this.#selectionCount += 1);
    if (known === undefined) this.#selections.set(selection, number);
    return `${number} ${only}`;
  }

  get(name: string): KeptPage | undefined {
    const page = this.#pages.get(name);
    if (page === undefined) return undefined;
    // A Map keeps the order in which things were put in: last is whatever was asked for last.
    this.#pages.delete(name);
    this.#pages.set(name, page);
    return page;
  }

  put(name: string, page: KeptPage): void {
    this.#remove(name);
    if (name.length > nameMax) return;
    this.#pages.set(name, page);
    this.#characters += sizeOf(name, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#characters <= this.#charactersMax) return;
      this.#remove(oldest);
    }
  }

  #remove(name: string): void {
    const page = this.#pages.get(name);
    if (page === undefined) return;
    this.#characters -= sizeOf(name, page);
    this.#pages.delete(name);
  }
}

const sizeOf = (name: string, { json }: KeptPage): number => name.length + json.length + besideText;
