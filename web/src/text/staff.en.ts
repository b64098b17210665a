import { formatNumber } from './format.ts';
import type { StaffText } from './staff.zh.ts';

const many = (count: number, one: string, more: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : more}`;
const points = (count: number): string => many(count, 'point', 'points');

export const staffEn: StaffText = {
  sectionsLabel: 'Staff area',
  sections: {
    overview: 'Overview',
    orders: 'Open orders',
    cards: 'Top-up cards',
    plans: 'Plans',
    programme: 'Membership rules',
    coupons: 'Coupons',
    announcements: 'Announcements',
    members: 'Members',
    notifications: 'Notifications',
    jobs: 'Background jobs',
  },
  points,
  refresh: 'Refresh',
  edit: 'Edit',
  loadFailed: 'The list could not be updated',
  stale: 'What you see is what was read last.',
  leave: {
    title: 'Leave this page?',
    stay: 'Stay here',
    go: 'Leave without saving',
  },
  overview: {
    title: 'Staff area',
    ordersText: (count) =>
      count === 0 ? 'No order is waiting.' : `${many(count, 'order is', 'orders are')} waiting.`,
    plansText: (count) =>
      count === 0
        ? 'No plan is on sale: members cannot order points now.'
        : `${many(count, 'plan is', 'plans are')} on sale.`,
    cardsText: (count) =>
      count === 0 ? 'No cards have been made yet.' : `${many(count, 'batch', 'batches')} made so far.`,
    announcementsText: (count) =>
      count === 0
        ? 'Nothing is announced yet.'
        : `${many(count, 'announcement', 'announcements')} can be seen by everybody.`,
    membersText: (count) => `${many(count, 'account', 'accounts')}.`,
    open: (section) => `Open: ${section}`,
  },
  orders: {
    title: 'Open orders',
    intro:
      'Find the amount and the reference in the bank account first, then confirm. Orders reported as paid come first, the longest waiting at the top.',
    waiting: (count) => `${many(count, 'order', 'orders')} · refreshed every 15 seconds`,
    reported: 'Reported as paid',
    notReported: 'Not reported yet',
    buyer: 'Buyer',
    unknownBuyer: 'Unknown member',
    amount: 'Amount',
    reference: 'Payment reference',
    plan: 'Plan',
    orderedAt: 'Ordered',
    confirm: 'Confirm payment',
    confirmTitle: (buyer, amount) => `Have you received ${amount} from ${buyer}?`,
    confirmText: (count, reference) =>
      `Reference ${reference}. ${points(count)} will be added at once; this cannot be taken back.`,
    confirmUnreported:
      'The member has not reported the payment. Make sure that the money is in the bank account.',
    confirmAction: (amount) => `Confirm ${amount}`,
    confirmed: (buyer, count) => `Confirmed: ${buyer} has got ${points(count)}`,
    cancel: 'Cancel order',
    cancelTitle: (buyer, amount) => `Cancel the order of ${buyer} for ${amount}?`,
    cancelText:
      'A cancelled order cannot be brought back; the member would have to order again. If the money has arrived, confirm it or pay it back first.',
    cancelAction: 'Cancel this order',
    keep: 'Keep it',
    cancelled: 'The order is cancelled',
    emptyTitle: 'No order is waiting',
    emptyText: 'New orders appear here by themselves.',
  },
  cards: {
    title: 'Top-up cards',
    intro:
      'The codes are shown once, right after they are made. Only their checksums are kept; nobody can see the codes later.',
    make: 'Make top-up cards',
    count: 'Number of cards',
    countHint: '1 to 1,000',
    points: 'Points on each card',
    pointsHint: '1 to 100,000',
    note: 'Note',
    noteHint: 'Seen by staff only: what the cards are for, or who sells them.',
    makeAction: 'Make the cards',
    freshTitle: (count) => `${many(count, 'code', 'codes')}, shown this once`,
    freshText:
      'Copy or download them now. After you put them away, reload or leave, they cannot be shown again.',
    codesLabel: 'Codes, one on each line',
    copyAll: 'Copy all codes',
    csv: 'Download CSV',
    txt: 'Download TXT',
    saved: 'I have saved them: put them away',
    csvHeader: ['code', 'points', 'batch'],
    leaveTitle: 'The codes are not marked as saved',
    leaveText:
      'Once you leave they will not be shown again. Copy or download them first, then press “I have saved them”.',
    leaveAnyway: 'Give the codes up and leave',
    batches: 'Batches made so far',
    batchTitle: (count, each) => `${many(count, 'card', 'cards')} × ${points(each)}`,
    noNote: 'No note',
    madeAt: 'Made',
    redeemed: 'Redeemed',
    redeemedOf: (used, all) => `${formatNumber(used)} of ${formatNumber(all)}`,
    voided: 'Unused cards voided',
    allUsed: 'All redeemed',
    void: 'Void unused cards',
    voidTitle: (count) => `Void the ${many(count, 'unused card', 'unused cards')} of this batch?`,
    voidText: (used) =>
      used === 0
        ? 'None of its cards can be redeemed any more. This cannot be undone.'
        : `The ${formatNumber(used)} redeemed keep their points; the others cannot be redeemed any more. This cannot be undone.`,
    voidAction: 'Void',
    voidDone: (count) => `${many(count, 'card', 'cards')} voided`,
    emptyTitle: 'No top-up cards yet',
    emptyText: 'Make a batch and hand the codes out: members redeem them under Balance.',
  },
  plans: {
    title: 'Plans',
    intro:
      'Changes apply to later orders only: an order keeps the name, the points and the price it was sold with.',
    add: 'New plan',
    addTitle: 'New plan',
    editTitle: (name) => `Edit “${name}”`,
    name: 'Name',
    points: 'Points',
    price: 'Price (CNY)',
    priceHint: '0.01 to 5,000, at most two decimals',
    priceInvalid: 'Enter an amount from 0.01 to 5,000 with at most two decimals.',
    wholeNumber: 'Enter a whole number.',
    isOnSale: 'On sale: members can order it',
    onSale: 'On sale',
    retired: 'Off sale',
    pointsFact: 'Points',
    priceFact: 'Price',
    perPoint: 'Per point',
    putOnSale: 'Put on sale',
    retire: 'Take off sale',
    nowOnSale: (name) => `“${name}” is on sale`,
    nowRetired: (name) => `“${name}” is off sale; orders already made stay as they are`,
    saved: (name) => `“${name}” is saved`,
    emptyTitle: 'No plans yet',
    emptyText: 'Make a plan and put it on sale: members then order it under Balance.',
  },
  announcements: {
    title: 'Announcements',
    intro:
      'The newest stands at the top right of every member’s dashboard. People who are not logged in can read announcements too.',
    add: 'New announcement',
    editorNew: 'New announcement',
    editorEdit: 'Edit announcement',
    titleField: 'Title',
    titleHint: 'At most 120 characters, plain text.',
    body: 'Text (Markdown)',
    bodyHint:
      'You can use **bold**, # headings, - lists, > quotes, `code` and [words](link). HTML is shown as text; images are not loaded.',
    preview: 'Preview',
    previewEmpty: 'Write something: this shows roughly how it will look.',
    publish: 'Publish',
    publishTitle: (title) => `Announce “${title}” to everybody?`,
    publishText: (count) =>
      count === undefined
        ? 'It appears on every member’s dashboard at once, and people who are not logged in can read it.'
        : `It appears on the ${count === 1 ? 'dashboard of 1 account' : `dashboards of all ${formatNumber(count)} accounts`} at once, and people who are not logged in can read it.`,
    published: 'The announcement is out',
    saveEdit: 'Save changes',
    editNote: 'Changes show at once; the date stays and nobody is notified again.',
    edited: 'The announcement is changed',
    withdraw: 'Withdraw',
    withdrawTitle: (title) => `Withdraw “${title}”?`,
    withdrawText:
      'Nobody will see it any more, and it cannot be brought back: you would have to publish it anew.',
    withdrawAction: 'Withdraw it',
    withdrawn: 'The announcement is withdrawn',
    leaveText: 'What you wrote is not saved yet and would be lost.',
    emptyTitle: 'No announcements yet',
    emptyText: 'Publish the first: it appears on every member’s dashboard.',
  },
  members: {
    title: 'Members',
    intro:
      'Accounts and points only: the text of transcripts, contact data and passwords are not shown here.',
    search: 'Search usernames and display names',
    searchAction: 'Search',
    showAll: 'Show all',
    total: (count) => many(count, 'account', 'accounts'),
    found: (count) => `${many(count, 'account', 'accounts')} found`,
    balance: 'Balance',
    debt: 'Owed',
    since: 'Member since',
    operator: 'Staff',
    username: 'Username',
    entries: 'Point history',
    entriesOf: (name) => `Point history of ${name}`,
    noneTitle: (search) => `No username or display name contains “${search}”`,
    noneText: 'Try another word, or show them all.',
    back: 'Back to members',
    entriesTitle: 'Point history',
    when: 'When',
    reason: 'Why',
    change: 'Change',
    after: 'Balance after',
    noEntriesTitle: 'No points have moved yet',
    noEntriesText: 'Gifts, cards, orders and live minutes are all written down here.',
  },
};
