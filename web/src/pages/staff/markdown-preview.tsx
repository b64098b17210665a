import { Fragment, type ComponentChildren, type JSX } from 'preact';

import { blocksOf, piecesOf, type Block, type Piece } from './markdown.rules.ts';

/** Roughly how a text will look; the server's own rendering is what readers get. */
export function MarkdownPreview({ source }: { readonly source: string }): JSX.Element {
  return (
    <div class="prose announcement-body">
      {blocksOf(source).map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }): JSX.Element {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3>{inline(block.text)}</h3> : <h4>{inline(block.text)}</h4>;
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{inline(item)}</li>);
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return <blockquote>{withBreaks(block.text)}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
    case 'paragraph':
      return <p>{withBreaks(block.text)}</p>;
  }
}

function withBreaks(text: string): ComponentChildren {
  return text.split('\n').map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {inline(line)}
    </Fragment>
  ));
}

function inline(line: string): ComponentChildren {
  return piecesOf(line).map((piece, at) => <Fragment key={at}>{pieceView(piece)}</Fragment>);
}

function pieceView(piece: Piece): ComponentChildren {
  switch (piece.kind) {
    case 'code':
      return <code>{piece.text}</code>;
    case 'strong':
      return <strong>{inline(piece.text)}</strong>;
    case 'em':
      return <em>{inline(piece.text)}</em>;
    case 'gone':
      return <s>{inline(piece.text)}</s>;
    case 'link':
      return (
        <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
          {piece.text}
        </a>
      );
    case 'text':
      return piece.text;
  }
}
