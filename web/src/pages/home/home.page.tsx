import './home.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { refreshSession, session } from '../../app/session.ts';
import { commonText } from '../../text/common.text.ts';
import { homeText } from '../../text/home.text.ts';
import { shellText } from '../../text/shell.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { messageOf } from '../../ui/states.tsx';
import { PublicTranscripts } from '../public/public-transcripts.tsx';
import { readerPath } from './share-code.ts';

/** The front door: what this is, a box for a view code, and the way in. Members see what is public. */
export function HomePage({ query }: PageProps): JSX.Element {
  const t = homeText();
  const now = session.value;
  return (
    <>
      <div class="home-top">
        <div class="home-value">
          <PageHeading title={t.title} />
          <p class="lead">{t.value}</p>
          <p class="soft prose">{t.valueMore}</p>
          <Join />
        </div>
        <section class="panel stack home-code" aria-labelledby="code-title">
          <h2 id="code-title">{t.code.title}</h2>
          <ViewCodeForm />
        </section>
      </div>
      {now.kind === 'member' ? <PublicList search={query['search'] ?? ''} /> : <Steps />}
    </>
  );
}

function PublicList({ search }: { readonly search: string }): JSX.Element {
  return (
    <section class="stack" aria-labelledby="public-title">
      <h2 id="public-title">{homeText().list.title}</h2>
      <PublicTranscripts path="/" search={search} />
    </section>
  );
}

function Steps(): JSX.Element {
  const t = homeText().steps;
  return (
    <section class="stack" aria-labelledby="steps-title">
      <h2 id="steps-title">{t.title}</h2>
      <ol class="home-steps plain-list">
        {t.list.map(({ title, text }) => (
          <li key={title} class="stack-tight">
            <h3>{title}</h3>
            <p class="soft">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ViewCodeForm(): JSX.Element {
  const t = homeText().code;
  const code = useSignal('');
  const error = useSignal<string | undefined>(undefined);
  const open = (event: SubmitEvent): void => {
    event.preventDefault();
    const path = readerPath(code.value);
    if (path === undefined) error.value = t.missing;
    else location.assign(path);
  };
  return (
    <form class="stack" onSubmit={open} noValidate>
      <Field
        label={t.label}
        hint={t.hint}
        error={error.value}
        name="code"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="go"
        value={code}
        onInput={(event) => (code.value = event.currentTarget.value)}
      />
      <Button type="submit" look="primary" isWide>
        {t.open}
      </Button>
    </form>
  );
}

function Join(): JSX.Element | null {
  const t = homeText().join;
  const now = session.value;
  if (now.kind === 'unknown') return null;
  if (now.kind === 'failed') {
    return (
      <div class="notice warn row row-between" role="alert">
        <p>{messageOf(now.error)}</p>
        <Button onClick={() => void refreshSession()}>{commonText().retry}</Button>
      </div>
    );
  }
  const { welcomePoints, pointsPerMinute, needsSetup } = now.service;
  if (now.kind === 'member') {
    return (
      <div class="row">
        <LinkButton look="primary" href="/transcribe">
          {t.transcribe}
        </LinkButton>
        <LinkButton href="/dashboard">{t.office}</LinkButton>
      </div>
    );
  }
  return (
    <>
      {needsSetup && <p class="notice warn">{shellText().needsSetup}</p>}
      <p class="prose">
        {welcomePoints > 0 && t.gift(welcomePoints)} {t.price(pointsPerMinute)}
      </p>
      <div class="row">
        <LinkButton look="primary" href="/register">
          {t.register}
        </LinkButton>
        <LinkButton href="/login">{t.logIn}</LinkButton>
      </div>
    </>
  );
}
