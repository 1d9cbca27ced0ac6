import fc from "fast-check";
import { expect, it } from "vitest";
import { indexOf, textsHolding, textsHoldingAny } from "../../loaders/form/text-index.ts";

const text = fc.string({ unit: fc.constantFrom(..."数量质时效率度完成"), maxLength: 9 });

it("finds the texts that a look at each of them finds", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), text, (texts, run) => {
      const index = indexOf(texts);
      const distinct = [...new Set(texts)];
      expect(textsHolding(index, run)).toEqual(distinct.filter((own) => own.includes(run)));
      const holdsAny = distinct.filter((own) => [...run].some((character) => own.includes(character)));
      expect(new Set(textsHoldingAny(index, run))).toEqual(new Set(holdsAny));
    }),
    { numRuns: 500, seed: 2024 },
  );
});
