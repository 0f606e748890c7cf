/** Words about the people of a cooperative, in Chinese. */
export const membersZh = {
  member: {
    nav: "成员",
    note: "制单和批准要由两个人办：先加一位会计，再由负责人批准。",
    noteOthers: "成员由负责人添加。",
    new: "添加成员",
    ok: "添加",
    done: "已添加 {{name}}，请把初始密码当面交给本人",
    name: "姓名",
    role: "角色",
    may: "可以办的事",
    you: "您",
    manager: "负责人",
    bookkeeper: "会计",
    staff: "店员",
    may_manager: "批准结算、确认对账、添加成员",
    may_bookkeeper: "制单、导出、登记凭证、对账",
    may_staff: "商品和发货，不经手钱",
    password: "初始密码",
    passwordHint: "至少 {{n}} 位；当面交给本人，请本人登录后修改。",
  },
} as const;
