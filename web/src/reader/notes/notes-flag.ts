/** Set with the first note on a transcript, so that a page without notes loads nothing for them. */
export function notesFlag(transcriptId: string): string {
  return `scribecast.notes.${transcriptId}`;
}
