import type { StaffText } from '../../text/staff.zh.ts';

export type SectionId = keyof StaffText['sections'];

/** Where a section of the staff area lives. */
export function sectionPath(section: SectionId): string {
  return section === 'overview' ? '/staff' : `/staff/${section}`;
}
