import '../coupons/coupons.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { SetCouponTypeActiveDocument, StaffCouponsDocument } from '../../api/generated/coupons.ts';
import type { StaffCouponTypeFieldsFragment } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { rescueFocus } from '../../app/rescue-focus.ts';
import { couponsText } from '../../text/coupons.text.ts';
import { formatNumber } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { usePages } from '../../ui/use-pages.ts';
import { CouponForm } from './coupon-form.tsx';
import { IssueDialog } from './coupon-issue-dialog.tsx';
import { Record } from './record.tsx';
import { StaffList } from './staff-list.tsx';

type CouponType = StaffCouponTypeFieldsFragment;

/** The types of coupons with their terms in sentences, their figures, and the making of new ones. */
export function CouponsSection(): JSX.Element {
  const t = couponsText().staff;
  const pages = usePages({
    document: StaffCouponsDocument,
    variables: {},
    connectionOf: ({ couponTypes }) => couponTypes,
  });
  const isMaking = useSignal(false);
  const given = useSignal<CouponType | undefined>(undefined);
  const close = (): void => {
    given.value = undefined;
    rescueFocus();
  };
  const add = (
    <Button look="primary" aria-expanded={isMaking.value} onClick={() => (isMaking.value = !isMaking.value)}>
      {t.add}
    </Button>
  );
  return (
    <>
      <PageHeading title={t.title}>{add}</PageHeading>
      <p class="soft prose">{t.intro}</p>
      {isMaking.value && (
        <CouponForm
          types={pages.state.value.nodes ?? []}
          onClose={() => (isMaking.value = false)}
          onMade={(name) => {
            isMaking.value = false;
            showToast({ text: couponsText().form.created(name) });
            pages.reload();
          }}
        />
      )}
      <StaffList
        pages={pages}
        label={t.title}
        empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
      >
        {(type) => (
          <CouponTypeLine
            key={type.id}
            type={type}
            onIssue={() => (given.value = type)}
            onChanged={pages.reload}
          />
        )}
      </StaffList>
      <IssueDialog type={given.value} onClose={close} onIssued={pages.reload} />
    </>
  );
}

interface CouponTypeLineProps {
  readonly type: CouponType;
  readonly onIssue: () => void;
  readonly onChanged: () => void;
}

function CouponTypeLine({ type, onIssue, onChanged }: CouponTypeLineProps): JSX.Element {
  const t = couponsText();
  const toggle = useAction(async () => {
    const isActive = !type.isActive;
    await request(SetCouponTypeActiveDocument, { input: { id: type.id, isActive } });
    onChanged();
    showToast({ text: isActive ? t.staff.nowActive(type.name) : t.staff.nowStopped(type.name) });
  });
  return (
    <Record
      title={type.name}
      about={<About type={type} fault={toggle.fault.value} />}
      facts={figuresOf(type)}
      actions={
        <>
          {type.isActive && (
            <Button aria-label={t.staff.issueOf(type.name)} onClick={onIssue}>
              {t.staff.issue}
            </Button>
          )}
          <Button look="quiet" isBusy={toggle.isBusy.value} onClick={() => toggle.run()}>
            {type.isActive ? t.staff.stop : t.staff.start}
          </Button>
        </>
      }
    />
  );
}

function About({
  type,
  fault,
}: {
  readonly type: CouponType;
  readonly fault: string | undefined;
}): JSX.Element {
  const t = couponsText();
  return (
    <>
      <span class={type.isActive ? 'chip good' : 'chip'}>
        {type.isActive ? t.staff.active : t.staff.stopped}
      </span>
      <strong>{type.benefit}</strong>
      <details>
        <summary>{t.page.terms}</summary>
        <ul>
          {[...type.terms, ...type.pack.map((part) => `${part.type.name} × ${part.count}`)].map((term) => (
            <li key={term}>{term}</li>
          ))}
        </ul>
        <p>
          {t.staff.issueRules}: {type.issueRules.join(' · ')}
        </p>
      </details>
      {fault !== undefined && <span role="alert">{fault}</span>}
    </>
  );
}

function figuresOf({ figures, capTotal, issueCap }: CouponType): readonly (readonly [string, string])[] {
  const t = couponsText().staff;
  if (figures === null) return [];
  const { issued, reserved, redeemed } = figures;
  const bounded = (count: number, cap: number | null): string =>
    cap === null ? formatNumber(count) : `${formatNumber(count)} / ${formatNumber(cap)}`;
  return [
    [t.issued, bounded(issued, issueCap)],
    [t.reserved, formatNumber(reserved)],
    [t.redeemed, bounded(redeemed, capTotal)],
    [t.rate, issued === 0 ? '–' : `${Math.round((redeemed / issued) * 100)}%`],
  ];
}
