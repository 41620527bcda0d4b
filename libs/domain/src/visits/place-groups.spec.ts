import fc from "fast-check";
import { placeGroups } from "./place-groups.ts";

const groups = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    pupils: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 990, max: 1010 })),
    adults: fc.integer({ min: 0, max: 20 }),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);
const slots = fc.uniqueArray(
  fc.record({ id: fc.uuid(), capacity: fc.integer({ min: 1, max: 1500 }), booked: fc.integer({ min: 0, max: 1600 }) }),
  { selector: ({ id }) => id, maxLength: 20 },
);

test("each group is placed once or left with a reason, and nobody else is", () => {
  fc.assert(
    fc.property(groups, slots, (given, free) => {
      const { placed, left } = placeGroups(given, free);
      const named = [...placed.map(({ group }) => group), ...left.map(({ group }) => group)];
      expect(named.toSorted()).toEqual(given.map(({ id }) => id).toSorted());
    }),
  );
});

test("no slot gets more people than it had room for", () => {
  fc.assert(
    fc.property(groups, slots, (given, free) => {
      const { placed } = placeGroups(given, free);
      for (const { id, capacity, booked } of free) {
        const people = placed
          .filter(({ slot }) => slot === id)
          .map(({ group }) => given.find((one) => one.id === group))
          .reduce((sum, group) => sum + (group?.pupils ?? 0) + (group?.adults ?? 0), 0);
        expect(people === 0 || booked + people <= capacity).toBe(true);
      }
    }),
  );
});

test("who is left for want of room would fit on no slot as they are filled in the end", () => {
  fc.assert(
    fc.property(groups, slots, (given, free) => {
      const { placed, left } = placeGroups(given, free);
      const sizes = new Map(given.map(({ id, pupils, adults }) => [id, pupils + adults]));
      const roomOf = ({ id, capacity, booked }: (typeof free)[number]): number =>
        placed
          .filter(({ slot }) => slot === id)
          .reduce((room, { group }) => room - (sizes.get(group) ?? 0), capacity - booked);
      const most = Math.max(...free.map(roomOf), 0);
      for (const { group, reason } of left) {
        if (reason === "no_free_slot") expect(sizes.get(group)).toBeGreaterThan(most);
      }
    }),
  );
});

test("first come, first placed: a later group never takes a place from an earlier one", () => {
  fc.assert(
    fc.property(groups, slots, (given, free) => {
      const fewer = given.slice(0, Math.floor(given.length / 2));
      const all = placeGroups(given, free);
      const names = new Set(fewer.map(({ id }) => id));
      expect(placeGroups(fewer, free).placed).toEqual(all.placed.filter(({ group }) => names.has(group)));
    }),
  );
});

test("says why somebody finds no place", () => {
  const free = [
    { id: "nine", capacity: 100, booked: 60 },
    { id: "ten", capacity: 100, booked: 0 },
  ];
  const given = [
    { id: "first", pupils: 40, adults: 2 },
    { id: "nobody", pupils: 0, adults: 0 },
    { id: "too large", pupils: 99, adults: 2 },
    { id: "small", pupils: 38, adults: 2 },
    { id: "late", pupils: 60, adults: 3 },
  ];
  expect(placeGroups(given, free)).toEqual({
    placed: [
      { group: "first", slot: "ten" },
      { group: "small", slot: "nine" },
    ],
    left: [
      { group: "nobody", reason: "nobody_expected" },
      { group: "too large", reason: "larger_than_any_slot" },
      { group: "late", reason: "no_free_slot" },
    ],
  });
  expect(
    placeGroups([{ id: "huge", pupils: 1001, adults: 0 }], [{ id: "arena", capacity: 9000, booked: 0 }]).left,
  ).toEqual([{ group: "huge", reason: "larger_than_any_slot" }]);
});
