import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

import { useKey } from '../../app/use-key.ts';
import { contentText } from '../../text/content.text.ts';
import { sharingText } from '../../text/sharing.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { filterFrom, hrefOf, type ContentFilter } from './content-list.ts';

/** Search and filters; what they are set to stands in the address. */
export function ContentFilters({ filter }: { readonly filter: ContentFilter }): JSX.Element {
  const t = contentText();
  const words = sharingText();
  const { route } = useLocation();
  const search = useSignal(filter.search ?? '');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => void (search.value = filter.search ?? ''), [filter.search]);
  useKey('focusSearch', () => form.current?.querySelector('input')?.focus());
  const go = (wanted: Readonly<Record<string, string | undefined>>): void =>
    route(hrefOf(filterFrom(wanted)), true);
  const now = {
    search: search.value,
    visibility: filter.visibility ?? undefined,
    status: filter.status ?? undefined,
  };
  return (
    <form
      ref={form}
      class="content-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(now);
      }}
    >
      <Field
        label={t.search}
        type="search"
        name="search"
        enterkeyhint="search"
        maxLength={100}
        value={search}
        onInput={(event) => (search.value = event.currentTarget.value)}
      />
      <Button type="submit">{t.searchButton}</Button>
      <SelectField
        label={t.filterVisibility}
        value={filter.visibility ?? ''}
        onChange={(event) => go({ ...now, visibility: event.currentTarget.value })}
      >
        <option value="">{t.any}</option>
        <option value="PRIVATE">{words.visibility.PRIVATE}</option>
        <option value="PUBLIC">{words.visibility.PUBLIC}</option>
      </SelectField>
      <SelectField
        label={t.filterStatus}
        value={filter.status ?? ''}
        onChange={(event) => go({ ...now, status: event.currentTarget.value })}
      >
        <option value="">{t.any}</option>
        <option value="READY">{words.status.READY}</option>
        <option value="LIVE">{words.status.LIVE}</option>
        <option value="ENDED">{words.status.ENDED}</option>
      </SelectField>
    </form>
  );
}
