/** Marks of ID numbers: given at registration, taken by withdrawing, given late to rows from before, once in the table. */
import { createHash } from "node:crypto";

import { withClient } from "../../../backend/local/database";
import {
  correcting,
  COUNTY,
  ELSEWHERE,
  joining,
  leaving,
  openRegister,
  type Register,
} from "./register-of-two";

let desk: Register;

beforeAll(async () => {
  desk = await openRegister();
});
afterAll(() => desk.close());

describe("a registration", () => {
  it("with somebody's number is refused by its code, and then none of the import stands", async () => {
    const first = desk.file();
    await desk.households.register([first]);
    const free = desk.file();
    const held = desk.file({ private: first.private });
    await expect(desk.households.register([free, held])).rejects.toMatchObject({
      ...ELSEWHERE,
      facts: { field: "private.id_number", household_code: held.code },
    });
    const { households: rows } = await desk.households.list(COUNTY, { limit: 100, offset: 0 });
    expect(rows.map((row) => row.code)).toEqual([first.code]);
    const twin = desk.file({ private: free.private });
    await expect(desk.households.register([free, twin])).rejects.toMatchObject({
      facts: { household_code: twin.code },
    });
    expect(await desk.households.register([free])).toMatchObject([{ created: true }]);
  });

  it("that is undone frees its numbers, and takes them again when it comes back", async () => {
    const file = desk.file();
    const [one] = await desk.households.register([file]);
    const other = await desk.home();
    const id_number = file.private.id_number ?? "";
    await desk.households.withdraw([one?.id ?? ""]);
    await desk.change(other, joining(id_number));
    await expect(desk.households.register([file])).rejects.toMatchObject(ELSEWHERE);
    expect(await desk.households.file(COUNTY, one?.id ?? "")).toBeNull();
    await desk.change(other, leaving(await desk.memberNamed(other, "钟小满")));
    expect((await desk.households.register([file]))[0]?.created).toBe(true);
    await expect(desk.change(other, joining(id_number))).rejects.toMatchObject(ELSEWHERE);
  });
});

describe("a mark", () => {
  it("is given to rows from before there were marks, to the first of two with the same number", async () => {
    const [first, second, third] = [await desk.home(), await desk.home(), await desk.home()];
    const id_number = desk.number();
    await desk.change(first, joining(id_number));
    const old = await desk.memberNamed(first, "钟小满");
    const unmark = (id: string) =>
      desk.households.asSystem((trx) =>
        trx("household_member").where({ id }).update({ id_number_mark: null }),
      );
    await unmark(old);
    await expect(
      desk.change(second, joining(id_number), { by: desk.service() }),
      "another process marks what is there first",
    ).rejects.toMatchObject(ELSEWHERE);
    await unmark(old);
    // As it stood before: two have it, and both can be worked with.
    await desk.change(second, joining(id_number));
    await desk.change(first, correcting(old, { name: "钟大满" }));
    const by = desk.service();
    await expect(desk.change(third, joining(id_number), { by })).rejects.toMatchObject(ELSEWHERE);
    await desk.change(second, leaving(await desk.memberNamed(second, "钟小满")), { by });
    await expect(
      desk.change(third, joining(id_number), { by: desk.service() }),
      "now the other of the two is marked",
    ).rejects.toMatchObject(ELSEWHERE);
  });

  it("stands once among those present, whatever is written past the rules, and tells nothing", async () => {
    const [first, second] = [await desk.home(), await desk.home()];
    const id_number = desk.number();
    await desk.change(first, joining(id_number));
    const member_id = await desk.memberNamed(first, "钟小满");
    const mark = await desk.households.asSystem(async (trx) => {
      const found = await trx.raw<{ rows: { mark: string }[] }>(
        "select id_number_mark as mark from household_member where id = ?",
        [member_id],
      );
      return found.rows[0]?.mark ?? "";
    });
    const spouse = await desk.memberNamed(second, "温素琴");
    const twice = desk.households.asSystem((trx) =>
      trx("household_member").where({ id: spouse }).update({ id_number_mark: mark }),
    );
    await expect(twice).rejects.toThrow(/household_member_once/);
    expect(mark).toMatch(/^[0-9a-f]{64}$/);
    const plain = createHash("sha256").update(id_number).digest("hex");
    const dump = await withClient(desk.database.superuserUrl, async (client) =>
      JSON.stringify((await client.query("select * from household_member")).rows),
    );
    expect(dump).toContain(mark);
    expect(dump).not.toContain(plain);
    expect(dump).not.toContain(id_number);
  });
});
