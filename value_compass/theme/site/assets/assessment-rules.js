/* What some answers to an assessment come to, worked out in the browser. The rules and the reasons for them
   stand in generator/playbook/assess.py; a test holds the two together. */

"use strict";

const assess = (questions, scale, answers) => {
  const numbers = Array.from({ length: questions }, (_, at) => at + 1);
  const given = (number) => (Object.hasOwn(answers, number) ? answers[number] : -1);
  const row = numbers.map((number) => (given(number) >= 0 && given(number) < scale ? given(number) : null));
  // What is not answered comes after every answer that is not the best.
  const urgency = (number) => (row[number - 1] === null ? -1 : row[number - 1]);
  return {
    row,
    counts: Array.from({ length: scale }, (_, place) => row.filter((one) => one === place).length),
    open: row.filter((one) => one === null).length,
    first: numbers
      .filter((number) => row[number - 1] !== 0)
      .sort((one, other) => urgency(other) - urgency(one) || one - other),
  };
};
