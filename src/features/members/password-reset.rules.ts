import { checkText, folded } from '../../platform/text/text.rules.ts';

/** A mailed link works for so long (ASVS 6.5.5). */
export const linkLastsMinutes = 10;
export const linkLastsMs = linkLastsMinutes * 60_000;

/** Tries at the security question before the link is burnt. */
export const answerAttemptsMax = 5;

const questionCharactersMax = 200;
const answerCharactersMin = 2;
const answerCharactersMax = 128;
const answerName = { zh: '密码问题的答案', en: 'The answer to the security question' };

/** A security question that a member may set; throws InvalidInput. */
export const checkSecurityQuestion = (question: string): string =>
  checkText('question', question, {
    name: { zh: '密码问题', en: 'The security question' },
    min: 2,
    max: questionCharactersMax,
  });

/** An answer that a member may set, in the form that is hashed; throws InvalidInput. */
export function checkNewAnswer(answer: string): string {
  const rule = { name: answerName, min: answerCharactersMin, max: answerCharactersMax };
  checkText('answer', answer, rule);
  return checkText('answer', securityAnswerKey(answer), rule);
}

/** The answer somebody gave to the question; throws InvalidInput when they gave none. */
export const checkAnswerGiven = (answer: string | null | undefined): string =>
  checkText('securityAnswer', answer ?? '', { name: answerName, min: 1, max: answerCharactersMax });

/** How answers are compared: people remember the words, not the case, the width or the spaces. */
export const securityAnswerKey = (answer: string): string => folded(answer).replace(/\s+/gu, ' ').trim();
