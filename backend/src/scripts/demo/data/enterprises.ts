/** Eight invented enterprises and helping units, each paired with households of one county. */
import { z } from "zod";
import { enterpriseSeed, type EnterpriseSeed } from "./shapes";

const rows: readonly EnterpriseSeed[] = [
  {
    key: "green-source",
    name: "赣州绿源果业有限公司",
    division_code: "360722000000",
    kind: "enterprise",
    responsible_persons: ["曾立新", "罗晓东", "温素琴"],
    help: "免费测土配方，每年冬剪到户示范两次；采收期以不低于当周县价的价格收购合格果。",
  },
  {
    key: "gan-table",
    name: "江西赣味坊食品有限公司",
    division_code: "360722000000",
    kind: "enterprise",
    responsible_persons: ["郭庆华", "邱春梅"],
    help: "与米粉、红薯粉干农户签三年订单，提供烘房和检测，次品由公司承担。",
  },
  {
    key: "min-port",
    name: "泉州闽港商贸有限公司",
    division_code: "350583000000",
    kind: "enterprise",
    responsible_persons: ["吴志强", "苏雅婷", "王荣辉"],
    help: "在泉州四家门店设结对专柜，农户的货当天上架、半月一结，不收进场费。",
  },
  {
    key: "nanan-textile",
    name: "南安市恒织纺织有限公司工会",
    division_code: "350583000000",
    kind: "social_organisation",
    responsible_persons: ["李月娥", "黄文斌"],
    help: "职工福利每年留出三成用于结对户的香菇、龙眼和茶油，负责人每季走访一次。",
  },
  {
    key: "pingnan-cloud",
    name: "宁德云上屏南电子商务有限公司",
    division_code: "350923000000",
    kind: "enterprise",
    responsible_persons: ["周晓芸", "陈树平", "甘宁"],
    help: "替结对户拍摄、上架和客服，滞销时七天内开专场，平台佣金全免。",
  },
  {
    key: "taihu-rice",
    name: "常州太湖源粮油有限公司",
    division_code: "320412000000",
    kind: "enterprise",
    responsible_persons: ["徐伟民", "蒋敏"],
    help: "稻谷按订单加价收购，秋后按交货量二次返利，并为低收入农户留出季节岗位。",
  },
  {
    key: "nujiang-coffee",
    name: "保山怒江源咖啡有限公司",
    division_code: "530523000000",
    kind: "enterprise",
    responsible_persons: ["段云昌", "何秀英", "番春燕"],
    help: "鲜果按糖度分级收购，合格即加价；种植、采摘、晾晒各办一期免费培训。",
  },
  {
    key: "longling-forest",
    name: "龙陵县林下产业服务中心",
    division_code: "530523000000",
    kind: "public_unit",
    responsible_persons: ["赵永福", "尹家兰"],
    help: "无偿提供核桃嫁接与石斛种苗，技术员包户到人，每年至少上门三次。",
  },
];

export const enterprises: readonly EnterpriseSeed[] = z.array(enterpriseSeed).length(8).parse(rows);
