import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeMessage, encodeMessage } from './bus-message.rules.ts';

/** Keys that look like ours are no accident here. */
const key = fc.oneof(fc.constantFrom('$date', '$$date', '$$$date', 'date', '$'), fc.string());

const { message } = fc.letrec((tie) => ({
  message: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('message'), { maxLength: 4 }),
    fc.dictionary(key, tie('message'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

test('a message arrives as it was sent, Dates as Dates, whatever its fields are called', () => {
  fc.assert(fc.property(message, (sent) => expect(decodeMessage(encodeMessage(sent))).toEqual(sent)));
});

test('what is no message is refused', () => {
  expect(() => decodeMessage('half a mess')).toThrow(SyntaxError);
});
