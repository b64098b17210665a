import MarkdownIt, { type Token } from 'markdown-it';

/**
 * Markdown as HTML that is safe to place in a page: HTML in it is shown as text, links lead to http, https and
 * mailto only, and images are not loaded, so that reading an announcement tells no third party.
 *
 * @example
 * renderMarkdown('**New** plans'); // '<p><strong>New</strong> plans</p>\n'
 */
export const renderMarkdown = (source: string): string => renderer.render(source);

/** Never changed after it is made; what belongs to one text lives in that text's own rendering. */
const renderer = createRenderer();

function createRenderer(): ReturnType<typeof MarkdownIt> {
  const markdown = MarkdownIt('commonmark', { html: false, breaks: true, linkify: true });
  markdown.enable(['linkify', 'strikethrough']);
  markdown.disable(['image', 'html_block', 'html_inline']);
  // A bare "example.com" stays text: only what says that it is a link becomes one.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.validateLink = leadsToTheWeb;
  markdown.core.ruler.push('open-apart', openApart);
  markdown.core.ruler.push('lower-headings', lowerHeadings);
  return markdown;
}

/** A whitelist: whatever else a browser may take for a scheme stays text. */
function leadsToTheWeb(address: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s]+@)/i.test(address);
}

/** What a finished text is made of, as far as we touch it. */
interface Finished {
  readonly tokens: readonly Token[];
}

/** The page behind a link learns neither where its reader came from, nor gets hold of this page. */
function openApart({ tokens }: Finished): void {
  const links = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open');
  for (const link of links) {
    link.attrSet('rel', 'noopener noreferrer nofollow');
    link.attrSet('target', '_blank');
  }
}

/** The page and its section have the first two levels; headings in a text begin below them. */
function lowerHeadings({ tokens }: Finished): void {
  for (const token of tokens.filter(({ type }) => type.startsWith('heading_'))) {
    token.tag = `h${Math.min(Number(token.tag.slice(1)) + 2, 6)}`;
  }
}
