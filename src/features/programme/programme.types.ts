import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import type { FigureKind as Kind } from './figure.rules.ts';

export const FigureKind: { readonly [Each in Kind]: Each } = {
  WHOLE: 'WHOLE',
  YUAN: 'YUAN',
  PERCENT: 'PERCENT',
  TIMES: 'TIMES',
  SWITCH: 'SWITCH',
  LEVEL: 'LEVEL',
  CHOICE: 'CHOICE',
  SET: 'SET',
  NAME: 'NAME',
};
registerEnumType(FigureKind, {
  name: 'FigureKind',
  description: 'What may be written into a blank of a rule.',
  valuesConfig: {
    WHOLE: { description: 'A whole number.' },
    YUAN: { description: 'An amount in yuan with at most two decimals.' },
    PERCENT: { description: 'Per cent with at most two decimals.' },
    TIMES: { description: 'A multiplier with at most two decimals.' },
    SWITCH: { description: '`true` or `false`.' },
    LEVEL: { description: 'One of the levels, by its code.' },
    CHOICE: { description: 'One of the options.' },
    SET: { description: 'Any of the options, by commas.' },
    NAME: { description: 'A name.' },
  },
});

@ObjectType({ description: 'One thing that can be chosen for a figure.' })
export class FigureOption {
  @Field(() => String, { description: 'As it is written.' })
  value!: string;

  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  name!: string;
}

@ObjectType({ description: 'A blank of a rule, filled in.' })
export class RuleFigure {
  @Field(() => String, { description: 'Its key, such as `tiers.T2.spendFen`.' })
  key!: string;

  @Field(() => FigureKind, { description: 'What may be written into it.' })
  kind!: Kind;

  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  label!: string;

  @Field(() => String, { description: 'What is written in it; `saveProgramme` takes it in the same form.' })
  value!: string;

  @Field(() => String, { description: 'How it is read, in the reader’s language.' })
  shown!: string;

  @Field(() => [FigureOption], { description: 'What can be chosen, where something is chosen.' })
  options!: readonly FigureOption[];
}

@ObjectType({ description: 'A piece of a rule: words, or a blank.' })
export class RulePart {
  @Field(() => String, { description: 'Words, in the reader’s language; empty where there is a blank.' })
  words!: string;

  @Field(() => RuleFigure, { nullable: true, description: 'The blank; null where there are words.' })
  figure!: RuleFigure | null;
}

@ObjectType({ description: 'A rule of the membership programme, as a sentence with figures.' })
export class ProgrammeRule {
  @Field(() => RuleFigure, {
    nullable: true,
    description: 'What puts the rule in force; null where nothing can put it out of force.',
  })
  switch!: RuleFigure | null;

  @Field(() => Boolean, { description: 'Whether the rule is in force.' })
  isInForce!: boolean;

  @Field(() => [RulePart], { description: 'The sentence in its pieces, for who fills in the figures.' })
  parts!: readonly RulePart[];

  @Field(() => String, { description: 'The sentence as a member reads it.' })
  text!: string;
}

@ObjectType({ description: 'Rules that belong together.' })
export class ProgrammeSection {
  @Field(() => ID, { description: 'Its name in the product.' })
  id!: string;

  @Field(() => String, { description: 'Its heading, in the reader’s language.' })
  title!: string;

  @Field(() => [ProgrammeRule], { description: 'Its rules, those that are not in force as well.' })
  rules!: readonly ProgrammeRule[];
}

/** The rules of the membership programme, in one version. Its sentences come from a resolver. */
@ObjectType({ description: 'The rules of the membership programme, in one version.' })
export class Programme {
  @Field(() => Int, { description: 'The version’s number, from 1 on.' })
  version!: number;

  @Field(() => Date, { description: 'When it came, or comes, into force.' })
  effectiveFrom!: Date;
}

@ObjectType({ description: 'A figure that a version changed.' })
export class ProgrammeChange {
  @Field(() => String, { description: 'The figure’s key.' })
  key!: string;

  @Field(() => String, { description: 'What the figure is called, in the reader’s language.' })
  label!: string;

  @Field(() => String, { description: 'What it was.' })
  before!: string;

  @Field(() => String, { description: 'What it became.' })
  after!: string;
}

/** A version that was saved. Its changes and its author come from resolvers. */
@ObjectType({ description: 'A saved version of the programme’s rules; it is never changed.' })
export class ProgrammeVersion {
  @Field(() => Int, { description: 'The version’s number, from 1 on.' })
  version!: number;

  @Field(() => Date, { description: 'When it came, or comes, into force.' })
  effectiveFrom!: Date;

  @Field(() => Date, { description: 'When it was saved.' })
  savedAt!: Date;

  @Field(() => String, { description: 'Why, in the operator’s words.' })
  note!: string;
}

export const ProgrammeVersionConnection = connectionOf(() => ProgrammeVersion, 'ProgrammeVersion');

@ObjectType({ description: 'A figure as it is written into a rule.' })
export class WrittenFigure {
  @Field(() => String, { description: 'The figure’s key.' })
  key!: string;

  @Field(() => String, { description: 'What is written.' })
  value!: string;
}

@ObjectType({ description: 'Figures that belong together, to be filled into the rules at once.' })
export class ProgrammePreset {
  @Field(() => ID, { description: 'Its name in the product.' })
  id!: string;

  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  name!: string;

  @Field(() => String, { description: 'What it does, in the reader’s language.' })
  about!: string;

  @Field(() => [WrittenFigure], { description: 'What it writes.' })
  figures!: readonly WrittenFigure[];
}

@InputType({ description: 'A figure to be written into a rule.' })
export class WriteFigureInput {
  @Field(() => String, { description: 'The figure’s key.' })
  key!: string;

  @Field(() => String, {
    description: 'In plain digits; `true` or `false`; an option, or several by commas; or a name.',
  })
  value!: string;
}

@InputType({ description: 'New rules.' })
export class SaveProgrammeInput {
  @Field(() => Int, {
    description: 'The newest version that you saw. Where somebody has saved since, nothing is done.',
  })
  basedOn!: number;

  @Field(() => [WriteFigureInput], { description: 'What is to change, at most 400 figures.' })
  figures!: WriteFigureInput[];

  @Field(() => String, { description: 'Why, 1–200 characters.' })
  note!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When it comes into force, at most 366 days ahead; absent: at once.',
  })
  effectiveFrom?: Date | null;
}

@ObjectType({ description: 'The version is saved.' })
export class SaveProgrammeSuccess {
  @Field(() => ProgrammeVersion, { description: 'The version as it is kept.' })
  version!: object;
}
