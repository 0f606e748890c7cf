/** A list of recipients: every one, or every error by row and field. */
import { readGiftList, rowsOfText } from "../../../backend/src/modules/gift";
import { personOf, typedList } from "../../lists/gifts";

describe("a typed list", () => {
  it("gives twenty people for twenty lines, with either comma, and empty lines between", () => {
    const { recipients, errors } = readGiftList(rowsOfText(`\n${typedList(20)}\n\n`));
    expect(errors).toEqual([]);
    expect(recipients).toEqual(Array.from({ length: 20 }, (_, n) => personOf(n + 1)));
    const latin = rowsOfText(typedList(2).replaceAll("，", ", "));
    expect(readGiftList(latin).recipients).toHaveLength(2);
  });

  it("keeps the commas of a street", () => {
    const { recipients } = readGiftList(
      rowsOfText("周䶮，10012345678，福建省，泉州市，南安市，北门，8 号，301"),
    );
    expect(recipients[0]?.street).toBe("北门 8 号 301");
  });

  it("names row and field of everything that is wrong, and gives nobody", () => {
    const text = `${typedList(1)}\n李明，一二三，福建省，泉州市，南安市，江北大道\n，10012345678，福建省，，南安市，路 1 号`;
    const { recipients, errors } = readGiftList(rowsOfText(text));
    expect(recipients).toEqual([]);
    expect(errors.map(({ row, field }) => [row, field])).toEqual([
      [2, "phone"],
      [3, "name"],
      [3, "city"],
    ]);
    expect(errors[1]).toMatchObject({ reason_zh: "没有填", reason: "is missing" });
  });

  it("of fifty-one people or of nobody is refused", () => {
    expect(readGiftList(rowsOfText(typedList(50))).errors).toEqual([]);
    expect(readGiftList(rowsOfText(typedList(51))).errors).toMatchObject([{ row: 51 }]);
    expect(readGiftList(rowsOfText(" \n")).errors).toMatchObject([{ field: "name" }]);
  });
});

describe("a table", () => {
  const body = ["南安市", "李明", "10012345678", "江北大道 1 号", "福建省", "泉州市"];

  it("may have its columns in any order", () => {
    const heading = ["区县", "姓名", "手机号", "详细地址", "省份", "城市"];
    const { recipients } = readGiftList([heading, body]);
    expect(recipients).toMatchObject([{ name: "李明", county: "南安市", street: "江北大道 1 号" }]);
  });

  it("without a column says which one is missing", () => {
    const heading = ["区县", "姓名", "备注", "详细地址", "省份", "城市"];
    const { recipients, errors } = readGiftList([heading, body]);
    expect(recipients).toEqual([]);
    expect(errors).toMatchObject([{ row: 1, field: "phone", reason_zh: "缺少这一列" }]);
  });
});
