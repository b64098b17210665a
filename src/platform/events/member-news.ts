/**
 * What a signed-in member's open pages can be told, by kind. Features add their own by declaration merging, so
 * that the news is named where it is made.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- features fill it by declaration merging
export interface MemberNewsKinds {}

/** One piece of news: its kind, and what belongs to it. A hint to look again; never the only place of a fact. */
export type MemberNews = {
  [Kind in keyof MemberNewsKinds]: { readonly kind: Kind } & MemberNewsKinds[Kind];
}[keyof MemberNewsKinds];

declare module './bus.ts' {
  interface BusMessages {
    /** Topic id: the member. */
    memberNews: MemberNews;
  }
}
