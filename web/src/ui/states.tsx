import './states.css';

import type { ComponentChildren, JSX } from 'preact';

import { ApiError, NetworkError } from '../api/client.ts';
import { commonText } from '../text/common.text.ts';
import { Button } from './button.tsx';

interface EmptyStateProps {
  /** What belongs here. */
  readonly title: string;
  readonly children?: ComponentChildren;
  /** The one thing to do about it. */
  readonly action?: ComponentChildren;
}

/** Nothing here yet: says what belongs here and offers one act. */
export function EmptyState({ title, children, action }: EmptyStateProps): JSX.Element {
  return (
    <div class="state">
      <h2>{title}</h2>
      {children !== undefined && <p class="soft prose">{children}</p>}
      {action}
    </div>
  );
}

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly title?: string;
}

/** What happened, how to go on, and the number to quote. */
export function ErrorState({ error, onRetry, title }: ErrorStateProps): JSX.Element {
  const t = commonText();
  return (
    <div class="state" role="alert">
      <h2>{title ?? t.errors.title}</h2>
      <p class="prose">{messageOf(error)}</p>
      {error instanceof ApiError && error.requestId !== undefined && (
        <p class="soft small">{t.errors.requestId(error.requestId)}</p>
      )}
      {onRetry !== undefined && (
        <Button look="primary" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}

/** Any failure in the reader's words: the server's own where it spoke. */
export function messageOf(error: unknown): string {
  const t = commonText().errors;
  if (error instanceof NetworkError) return t.network;
  if (error instanceof ApiError && error.message !== '') return error.message;
  return t.unexpected;
}

/** The shape of what is coming, seen only after 300 ms; never a spinner over the page. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }): JSX.Element {
  return (
    <div class="skeleton" role="status" aria-label={commonText().loading}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
