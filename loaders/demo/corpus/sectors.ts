/**
 * Offices, their units and the projects that recur in them, as districts have them everywhere.
 *
 * A project is its name, its kind, what it is about and whom it serves: the last two are what its goals and indicators
 * speak of.
 */
import type { Kind } from "./kinds.ts";

/** A project that a unit files a form for, year after year. */
export interface ProjectIdea {
  name: string;
  kind: Kind;
  /** What the money is spent on. */
  thing: string;
  /** Whose satisfaction is asked for. */
  people: string;
}

export interface Sector {
  /** The department; also the first of its units. */
  office: string;
  units: readonly string[];
  projects: readonly ProjectIdea[];
}

function sector(office: string, units: string, projects: string): Sector {
  return { office, units: [office, ...units.split(" ")], projects: ideas(projects) };
}

/** `name kind thing people`, one a line. */
function ideas(lines: string): ProjectIdea[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [name, kind, thing, people] = line.trim().split(" ");
      return { name: name!, kind: kind as Kind, thing: thing!, people: people! };
    });
}

/** What any unit may have. */
export const COMMON_PROJECTS: readonly ProjectIdea[] = ideas(`
  培训经费 training 业务培训 参训人员
  信息系统运行维护经费 it 业务信息系统 系统使用人员
  办公用房维修经费 repair 办公用房 办公人员
  物业管理服务费 service 物业服务 来访群众
  宣传经费 activity 政策宣传 宣传对象
  档案整理和数字化加工 service 档案整理 查档人员
  课题经费 research 课题研究 成果使用单位
  其他专项工作经费 running 专项工作 服务对象
  编外聘用人员经费 staff 聘用人员 用人科室
  办公设备购置 purchase 办公设备 设备使用人员
`);

export const SECTORS: readonly Sector[] = [
  sector(
    "水务局",
    "河道管理所 排水设施养护中心 水文水资源站 灌区管理处 水利工程质量监督站",
    `河道保洁养护经费 upkeep 河道 沿河居民
     泵站机电设备更新 purchase 泵站设备 排涝片区群众
     防汛物资储备经费 purchase 防汛物资 基层防汛队伍
     节水型社会宣传活动 activity 节水宣传 社区居民
     灌溉渠系维修 repair 灌溉渠系 受益农户
     农村饮用水水源地保护及老旧供水管网改造配套设施运行维护补助经费 upkeep 供水管网 用水群众
     水文监测站点委托运维 service 水文监测站点 数据使用单位`,
  ),
  sector(
    "教育局",
    "教师进修学校 青少年活动中心 招生考试中心 第一中学 实验小学 特殊教育学校 中心幼儿园",
    `校园安防设施维护 upkeep 安防设施 师生
     学生资助经费 subsidy 困难学生资助 受助学生
     教师全员培训 training 教师培训 参训教师
     校舍维修改造 repair 校舍 师生
     智慧课堂设备购置 purchase 智慧课堂设备 任课教师
     课后服务补助 subsidy 课后服务补助 学生家长
     中小学生艺术节 activity 艺术节 参与学生`,
  ),
  sector(
    "卫生健康委员会",
    "疾病预防控制中心 妇幼保健所 精神卫生中心 医疗急救站 社区卫生服务中心 卫生监督所",
    `基本公共卫生服务补助 subsidy 公共卫生服务补助 签约居民
     适龄妇女健康筛查 service 健康筛查 受检妇女
     急救车辆及车载设备购置 purchase 急救车辆 急救人员
     疫苗冷链运行维护 upkeep 冷链设备 接种门诊
     基层医务人员进修培训 training 医务人员培训 参训医务人员
     健康知识进社区活动 activity 健康宣讲 社区居民`,
  ),
  sector(
    "农业农村局",
    "农业技术推广站 动物疫病预防控制站 农产品质量安全检测站 农机服务站 种子管理站",
    `农业保险保费补贴 subsidy 保费补贴 参保农户
     高标准农田管护 upkeep 农田设施 种植户
     动物强制免疫疫苗采购 purchase 免疫疫苗 养殖户
     农产品质量安全抽检 survey 农产品抽检 消费者
     新型职业农民培育 training 农民培训 参训农民
     农机购置补贴 subsidy 农机购置补贴 购机农户
     农作物秸秆综合利用示范推广及农业面源污染治理监测评价服务 service 秸秆利用 种植户`,
  ),
  sector(
    "文化和旅游局",
    "图书馆 文化馆 博物馆 非物质文化遗产保护中心 旅游公共服务中心",
    `公共文化场馆免费开放 running 场馆免费开放 到馆群众
     图书采购经费 purchase 图书 读者
     群众文艺汇演 activity 文艺汇演 观演群众
     文物保护单位修缮 repair 文物建筑 参观者
     非遗传承人补助 subsidy 传承人补助 传承人
     旅游厕所管护 upkeep 旅游厕所 游客`,
  ),
  sector(
    "城市管理局",
    "环境卫生管理所 园林绿化管理所 市容管理所 照明管理所 垃圾分类指导中心",
    `道路清扫保洁服务 service 道路保洁 沿街居民
     公共绿地养护 upkeep 公共绿地 周边居民
     路灯维护经费 upkeep 路灯 夜行群众
     生活垃圾分类宣传 activity 垃圾分类宣传 社区居民
     环卫作业车辆购置 purchase 环卫车辆 环卫工人
     公厕改造 repair 公厕 市民`,
  ),
  sector(
    "民政局",
    "社会福利院 救助管理站 婚姻登记处 养老服务指导中心 殡仪馆",
    `困难残疾人生活补贴 subsidy 残疾人补贴 补贴对象
     居家养老服务 service 居家养老服务 服务老人
     社会组织孵化基地运营 service 孵化基地 入驻组织
     社区工作者培训 training 社区工作者培训 参训社工
     养老机构消防设施改造 repair 消防设施 入住老人
     流浪乞讨人员救助 running 救助管理 受助人员`,
  ),
  sector(
    "人力资源和社会保障局",
    "就业促进中心 社会保险经办中心 劳动人事争议仲裁院 人才服务中心 职业技能鉴定所",
    `公益性岗位补贴 subsidy 岗位补贴 上岗人员
     职业技能提升培训 training 技能培训 参训劳动者
     高校毕业生招聘会 activity 招聘会 求职者
     人才公寓租金补助 subsidy 租金补助 入住人才
     劳动争议调解仲裁办案经费 running 争议调解 当事人
     社保业务综合柜员系统建设 it 综合柜员系统 办事群众`,
  ),
  sector(
    "交通运输局",
    "公路养护中心 运输管理所 港航事务中心 交通执法大队 公交服务中心",
    `农村公路日常养护 upkeep 农村公路 沿线村民
     公交线路运营补贴 subsidy 公交补贴 乘客
     桥梁安全检测 survey 桥梁检测 过往群众
     公路标志标线更新 repair 标志标线 驾驶人
     治超站点设备购置 purchase 治超设备 执法人员
     船舶污染物接收处置 service 污染物接收 船员`,
  ),
  sector(
    "生态环境局",
    "环境监测站 环境应急中心 机动车排气管理所 固体废物管理中心",
    `大气自动监测站运维 service 大气监测站 数据使用单位
     土壤环境质量调查 survey 土壤调查 土地使用单位
     水环境应急演练 activity 应急演练 参演单位
     环境监测仪器购置 purchase 监测仪器 监测人员
     入河排污口整治 repair 排污口 沿岸居民`,
  ),
  sector(
    "应急管理局",
    "应急救援指挥中心 森林防火大队 安全生产宣传教育中心 防震减灾中心",
    `安全生产专家服务 service 专家检查 受检企业
     应急物资储备 purchase 应急物资 救援队伍
     森林防火巡护 upkeep 防火林区 林区群众
     安全生产培训 training 安全培训 企业负责人
     防灾减灾宣传周 activity 防灾宣传 社区居民`,
  ),
  sector(
    "市场监督管理局",
    "食品检验所 计量检定所 特种设备监督检验站 消费者权益服务中心",
    `食品安全抽样检验 survey 食品抽检 消费者
     计量标准器具购置 purchase 计量器具 受检单位
     电梯安全监督检验 survey 电梯检验 乘梯居民
     企业信用信息公示系统运维 it 信用公示系统 企业用户
     消费维权宣传 activity 维权宣传 消费者`,
  ),
  sector(
    "科学技术局",
    "科技创新服务中心 生产力促进中心 科普馆",
    `科技型企业研发补助 subsidy 研发补助 受补企业
     科普馆展品更新 purchase 科普展品 参观者
     创新创业大赛 activity 创业大赛 参赛团队
     技术转移服务 service 技术转移 服务企业
     科技统计调查 survey 科技统计 统计对象`,
  ),
  sector(
    "住房和城乡建设局",
    "房屋安全鉴定中心 建设工程质量监督站 保障性住房管理中心 城建档案馆",
    `老旧小区改造 repair 老旧小区 小区居民
     农村危房改造补助 subsidy 危房改造补助 受助农户
     房屋安全鉴定 survey 房屋鉴定 房屋使用人
     公租房小区物业服务 service 公租房物业 租户
     建筑工地扬尘监控平台 it 扬尘监控平台 监管人员`,
  ),
  sector(
    "公安局",
    "交通警察大队 治安大队 看守所 出入境接待大厅",
    `道路交通信号设施维护 upkeep 信号设施 道路使用者
     社区警务辅助人员经费 staff 辅助人员 辖区居民
     反诈宣传活动 activity 反诈宣传 社区居民
     视频图像平台运行维护 it 视频图像平台 一线民警
     执勤执法装备购置 purchase 执法装备 执勤人员`,
  ),
  sector(
    "司法局",
    "法律援助中心 公证服务中心 社区矫正中心",
    `法律援助办案补贴 subsidy 办案补贴 受援群众
     人民调解以案定补 subsidy 调解补助 调解当事人
     法治宣传活动 activity 法治宣传 社区居民
     社区矫正购买服务 service 矫正服务 矫正对象
     村居法律顾问服务 service 法律顾问 村居群众`,
  ),
  sector(
    "体育局",
    "全民健身服务中心 青少年业余体校 体育场馆管理中心",
    `全民健身赛事 activity 健身赛事 参赛群众
     健身器材更新 purchase 健身器材 健身群众
     体育场馆低收费开放 running 场馆开放 健身群众
     青少年运动员训练补助 subsidy 训练补助 受训学员
     国民体质监测 survey 体质监测 受测群众`,
  ),
  sector(
    "退役军人事务局",
    "退役军人服务中心 烈士陵园管理所 军休服务所",
    `优抚对象生活补助 subsidy 优抚补助 优抚对象
     退役士兵技能培训 training 技能培训 退役士兵
     烈士纪念设施维护 upkeep 纪念设施 瞻仰群众
     双拥走访慰问 activity 走访慰问 慰问对象`,
  ),
  sector(
    "自然资源和规划局",
    "不动产登记中心 地质环境监测站 测绘服务中心 林业工作站",
    `地质灾害监测预警 survey 地灾监测 受威胁群众
     造林补助 subsidy 造林补助 林农
     不动产登记档案数字化 service 登记档案 办证群众
     国土空间规划编制 research 规划编制 规划使用单位
     古树名木养护 upkeep 古树名木 周边居民`,
  ),
  sector(
    "行政审批服务局",
    "政务服务中心 公共资源交易中心 政务热线服务中心",
    `政务大厅窗口服务外包 service 窗口服务 办事群众
     一网通办平台升级 it 一网通办平台 办事群众
     政务热线坐席运营 service 热线坐席 来电群众
     帮办代办队伍培训 training 帮办培训 参训人员`,
  ),
];

/** A town's own projects: it is its own department. */
export const TOWN: Sector = {
  office: "人民政府",
  units: ["社区事务受理服务中心", "城市运行管理中心", "农业综合服务中心", "党群服务中心"],
  projects: ideas(`
    村庄环境长效管护 upkeep 村庄环境 村民
    社区文化活动 activity 文化活动 社区居民
    村级组织运转补助 subsidy 村级补助 村干部
    网格化管理服务 service 网格服务 辖区居民
    农贸市场改造 repair 农贸市场 经营户
    应急联动值守 running 应急值守 辖区居民
    为老助餐点运营补贴 subsidy 助餐补贴 就餐老人
    镇志编纂 research 镇志编纂 志书读者
  `),
};
