/** One person belongs to one household: whose ID number somebody present has, joins no other, in whatever village. */
import {
  correcting,
  ELSEWHERE,
  HERE,
  joining,
  leaving,
  openRegister,
  type Register,
  THERE,
} from "./register-of-two";

let desk: Register;

beforeAll(async () => {
  desk = await openRegister();
});
afterAll(() => desk.close());

describe("an ID number of somebody present", () => {
  it("lets nobody join another household, which is named only to whom it belongs", async () => {
    const [first, second] = [await desk.home(THERE), await desk.home(HERE)];
    const id_number = desk.number();
    await desk.change(first, joining(id_number), { scope: THERE });
    const before = await desk.households.members(HERE, second);
    const outside = await desk
      .change(second, joining(id_number), { scope: HERE })
      .catch((error: unknown) => error);
    expect(outside).toMatchObject({ ...ELSEWHERE, facts: { field: "id_number" } });
    const file = await desk.households.file(THERE, first);
    for (const secret of [file?.code, file?.alias, THERE, id_number])
      expect(JSON.stringify(outside)).not.toContain(secret);
    await expect(desk.change(second, joining(id_number))).rejects.toMatchObject({
      ...ELSEWHERE,
      facts: { field: "id_number", household_code: file?.code },
    });
    expect(await desk.households.members(HERE, second)).toEqual(before);
    // The number of a head came with the registration.
    const third = desk.file({ division_code: HERE });
    const [registered] = await desk.households.register([third]);
    const ofHead = third.private.id_number ?? "";
    const another = await desk.home();
    await expect(desk.change(another, joining(ofHead))).rejects.toMatchObject(ELSEWHERE);
    const own = registered?.id ?? "";
    await expect(desk.change(own, joining(ofHead))).rejects.toMatchObject({
      refusal: "member_known",
    });
  });

  it("is put into no other entry by a correction", async () => {
    const [first, second] = [await desk.home(), await desk.home()];
    const id_number = desk.number();
    await desk.change(first, joining(id_number));
    await desk.change(second, joining(desk.number()));
    const member_id = await desk.memberNamed(second, "钟小满");
    const corrected = correcting(member_id, { id_number });
    await expect(desk.change(second, corrected)).rejects.toMatchObject(ELSEWHERE);
  });

  it("is one household's when two enter it at once", async () => {
    const homes = [await desk.home(HERE), await desk.home(THERE), await desk.home(HERE)];
    const id_number = desk.number();
    const done = await Promise.allSettled(
      homes.map((one) => desk.change(one, joining(id_number), { by: desk.service() })),
    );
    expect(done.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    for (const one of done)
      if (one.status === "rejected") expect(one.reason).toMatchObject(ELSEWHERE);
  });

  it("is free when that person leaves, and whoever came meanwhile keeps the other from coming back", async () => {
    const [first, second] = [await desk.home(), await desk.home()];
    const id_number = desk.number();
    await desk.change(first, joining(id_number));
    const gone = await desk.memberNamed(first, "钟小满");
    await desk.change(first, leaving(gone));
    await desk.change(second, joining(id_number));
    const back = correcting(gone, { left_on: null });
    await expect(desk.change(first, back)).rejects.toMatchObject({
      ...ELSEWHERE,
      facts: { field: "left_on" },
    });
    await desk.change(second, leaving(await desk.memberNamed(second, "钟小满")));
    // The same person returns to where the entry of the first stay is kept.
    await desk.change(first, joining(id_number));
    await expect(desk.change(first, back)).rejects.toMatchObject({ refusal: "member_known" });
  });
});
