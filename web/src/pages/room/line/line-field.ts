import { createLineHistory, type LineChange, type LineState } from './line-history.ts';

/** What the field needs of its place; the clock is for telling a stroke from a pause. */
export interface LineFieldParts {
  readonly element: () => HTMLTextAreaElement | null;
  readonly now: () => number;
  /** Whether what is typed goes to the end wherever the caret was left. */
  readonly isAtEnd: () => boolean;
  /** Text that the writer means: keep it and show it. */
  readonly onText: () => void;
  /** Text that an input method is still composing: keep it, show it to nobody. */
  readonly onComposing: (text: string) => void;
  /** What keys have typed in this edit, nothing where it was pasted or removed: a brief may end here. */
  readonly onTyped: (words: string) => void;
}

export interface LineField {
  readonly read: () => LineState;
  /** Puts a text in place of what stands there, as one act. Nothing while an input method composes. */
  readonly write: (wanted: LineState) => void;
  /** Puts words where typing would go. */
  readonly insert: (words: string) => void;
  /** Puts back what an earlier visit left; there is nothing to undo in that. */
  readonly restore: (left: LineState) => void;
  /** Empties the line after a commit, and forgets how it came about. */
  readonly clear: () => void;
  /** False: there is nothing of this line left to undo. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly toEnd: () => void;
  readonly isComposing: () => boolean;
  /** The listeners of the element. */
  readonly on: {
    readonly keydown: (event: KeyboardEvent) => void;
    readonly beforeinput: (event: InputEvent) => void;
    readonly input: (event: InputEvent) => void;
    readonly compositionstart: () => void;
    readonly compositionend: (event: CompositionEvent) => void;
  };
}

/**
 * The field behind the line: nothing but the writer and their own acts ever changes what stands in it. It keeps its own
 * undo, leaves an input method alone while it composes, and sends what is typed to the end where that is wanted.
 */
export function createLineField(parts: LineFieldParts): LineField {
  const history = createLineHistory(parts.now);
  const state = { known: emptyLine, isComposing: false, isSentToEnd: false };

  const read = (): LineState => {
    const element = parts.element();
    if (element === null) return emptyLine;
    return { text: element.value, start: element.selectionStart, end: element.selectionEnd };
  };
  const restore = ({ text, start, end }: LineState): void => {
    const element = parts.element();
    if (element === null) return;
    element.value = text;
    element.setSelectionRange(start, end);
    // Setting the value scrolls the field to its beginning.
    if (end === text.length) element.scrollTop = element.scrollHeight;
    state.known = { text, start, end };
  };
  const put = (wanted: LineState): void => {
    restore(wanted);
    parts.onText();
  };
  const write = (wanted: LineState, change: LineChange = 'act'): void => {
    if (state.isComposing) return;
    const before = read();
    history.note(before, wanted, change);
    put(wanted);
  };
  const toEnd = (): void => {
    const element = parts.element();
    const end = element?.value.length ?? 0;
    if (element !== null && element.selectionStart !== end) element.setSelectionRange(end, end);
  };
  const take = (change: LineChange, typed: string): void => {
    const after = read();
    history.note(state.known, after, change);
    state.known = after;
    parts.onText();
    parts.onTyped(typed);
    history.rest();
  };
  const step = (found: LineState | undefined): boolean => {
    if (found !== undefined) put(found);
    return found !== undefined;
  };
  return {
    read,
    write: (wanted) => write(wanted),
    insert: (words) => {
      if (parts.isAtEnd()) toEnd();
      const { text, start, end } = read();
      const at = start + words.length;
      write({ text: text.slice(0, start) + words + text.slice(end), start: at, end: at });
    },
    restore: (left) => {
      history.clear();
      restore(left);
    },
    clear: () => {
      history.clear();
      restore(emptyLine);
    },
    undo: () => !state.isComposing && step(history.undo()),
    redo: () => !state.isComposing && step(history.redo()),
    toEnd,
    isComposing: () => state.isComposing,
    on: {
      keydown: (event) => {
        // Before an input method begins: once it composes, the caret is its own.
        if (event.keyCode === 229 && !state.isComposing && parts.isAtEnd()) toEnd();
      },
      beforeinput: (event) => {
        if (event.isComposing || state.isComposing) return;
        if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
          // The browser's own undo, from its menu: it knows nothing of what was put there by program.
          event.preventDefault();
          step(event.inputType === 'historyUndo' ? history.undo() : history.redo());
          return;
        }
        state.isSentToEnd = parts.isAtEnd() && goesToEnd(event, read());
        if (state.isSentToEnd) toEnd();
        state.known = read();
      },
      input: (event) => {
        if (event.isComposing || state.isComposing) return parts.onComposing(read().text);
        // The browser would leave the caret where it was before.
        if (state.isSentToEnd) toEnd();
        take(changeOf(event.inputType), event.inputType === 'insertText' ? (event.data ?? '') : '');
      },
      compositionstart: () => {
        if (parts.isAtEnd()) toEnd();
        state.known = read();
        state.isComposing = true;
      },
      compositionend: ({ data }) => {
        state.isComposing = false;
        take('insert', data);
      },
    },
  };
}

const emptyLine: LineState = { text: '', start: 0, end: 0 };

/** What was marked by hand is deleted where it stands; everything else is meant for the end. */
function goesToEnd({ inputType }: InputEvent, { start, end }: LineState): boolean {
  return (
    inputType.startsWith('insert') ||
    (inputType.startsWith('delete') && start === end && inputType.endsWith('Backward'))
  );
}

function changeOf(inputType: string): LineChange {
  if (inputType === 'insertText' || inputType === 'insertLineBreak' || inputType === 'insertCompositionText')
    return 'insert';
  return inputType.startsWith('deleteContent') ? 'delete' : 'act';
}
