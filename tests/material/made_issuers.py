# ruff: noqa: E501  (facts are kept one a line)
"""A tool for tests: issuers with the answer known by construction, drawn from the tables of
divisions and zones.

Nothing here asks the rules that are tested: an issuer is put together from its parts (division,
organ, department, kind of zone), so its name, place and level are known beforehand. Real names of
places, zones and hosts are facts; towns may be invented.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, replace
from functools import lru_cache

from material.checkout import ROOT

TABLES = ROOT / "corpus" / "gazetteer"
MUNICIPALITIES = ("11", "12", "31", "50")


@dataclass(frozen=True)
class Issuer:
    """An issuer as its title prints it, and what is true of it.

    `rest` is its name without places in front ("" for a division itself), `full` how a signature
    prints it, `place` the full names of the places it lies in, `site` the name of its site, `host`
    the site's host where that is known, `bare` whether the printed name alone leaves its place
    open.
    """

    group: str
    printed: str
    full: str
    rest: str
    level: str
    province: str | None
    city: str | None
    county: str | None
    code: str | None
    site: str
    host: str | None = None
    bare: bool = False
    other_rests: tuple[str, ...] = ()
    speaks: str = "我区"

    @property
    def place(self) -> str:
        names = dict.fromkeys(name for name in (self.province, self.city, self.county) if name)
        return "".join(names)


@lru_cache(maxsize=1)
def divisions() -> dict[str, tuple[str, str]]:
    """Code → (name, pinyin without spaces)."""
    with (TABLES / "divisions.csv").open(encoding="utf-8") as lines:
        return {row["code"]: (row["name"], row["pinyin"].replace(" ", "")) for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def zone_rows() -> list[tuple[str, str, str]]:
    with (TABLES / "zones.csv").open(encoding="utf-8") as lines:
        return [(row["name"], row["kind"], row["code"]) for row in csv.DictReader(lines)]


def named(code: str) -> str:
    return divisions()[code][0]


def places(code: str) -> tuple[str, str | None, str | None]:
    """(province, city, county) of a code, by its digits."""
    province = named(code[:2] + "0000")
    city = province if code[:2] in MUNICIPALITIES and not code.endswith("0000") else None
    if city is None and code[2:4] not in ("00", "90"):
        city = named(code[:4] + "00")
    county = named(code) if not code.endswith("00") else None
    return province, city, county


@lru_cache(maxsize=1)
def codes() -> dict[int, list[str]]:
    """Codes by rank; the municipalities count as provinces only."""
    held: dict[int, list[str]] = {1: [], 2: [], 3: []}
    for code in divisions():
        rank = 1 if code.endswith("0000") else 2 if code.endswith("00") else 3
        if code[:2] in ("71", "81", "82") or (rank == 2 and code[:2] in MUNICIPALITIES):
            continue
        held[rank].append(code)
    return held


@lru_cache(maxsize=1)
def shared_names() -> list[str]:
    """Codes of counties whose name another county bears too."""
    names = [named(code) for code in codes()[3]]
    return [code for code in codes()[3] if names.count(named(code)) > 1]


ENDINGS = ("自治区", "自治州", "自治县", "地区", "林区", "省", "市", "县", "区", "州", "盟", "旗")


def short(name: str) -> str:
    """A division's name without its ending; whole where that would leave one character or cut a
    people's name."""
    if "族" in name or "自治" in name:
        return name
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name.removesuffix(ending)
    return name


DEPARTMENTS = {  # as printed → in full
    "司法局": "司法局", "教育局": "教育局", "卫生健康局": "卫生健康局", "卫健局": "卫生健康局", "人社局": "人力资源和社会保障局",
    "人力资源和社会保障局": "人力资源和社会保障局", "自然资源和规划局": "自然资源和规划局", "生态环境局": "生态环境局", "市场监督管理局": "市场监督管理局",
    "市场监管局": "市场监督管理局", "城市管理和综合执法局": "城市管理和综合执法局", "综合行政执法局": "综合行政执法局", "住房和城乡建设局": "住房和城乡建设局", "住建局": "住房和城乡建设局",
    "发展和改革委员会": "发展和改革委员会", "发改委": "发展和改革委员会", "发展和改革局": "发展和改革局", "农业农村局": "农业农村局", "水利局": "水利局", "水务局": "水务局", "文化广电旅游局": "文化广电旅游局",
    "文化和旅游局": "文化和旅游局", "应急管理局": "应急管理局", "审计局": "审计局", "财政局": "财政局", "统计局": "统计局", "医疗保障局": "医疗保障局", "医保局": "医疗保障局", "退役军人事务局": "退役军人事务局",
    "民政局": "民政局", "林业和草原局": "林业和草原局", "交通运输局": "交通运输局", "工业和信息化局": "工业和信息化局", "科学技术局": "科学技术局", "商务局": "商务局", "信访局": "信访局",
    "行政审批局": "行政审批局", "行政审批服务局": "行政审批服务局", "政务服务和数据管理局": "政务服务和数据管理局", "公安局": "公安局", "公安局交通警察支队": "公安局交通警察支队", "人民政府办公室": "人民政府办公室", "政府办公室": "人民政府办公室",
    "地方金融监督管理局": "地方金融监督管理局", "机关事务管理局": "机关事务管理局", "乡村振兴局": "乡村振兴局", "民族宗教事务局": "民族宗教事务局", "国有资产监督管理委员会": "国有资产监督管理委员会", "消防救援支队": "消防救援支队",
    "气象局": "气象局", "烟草专卖局": "烟草专卖局", "供销合作社联合社": "供销合作社联合社", "体育局": "体育局", "粮食和物资储备局": "粮食和物资储备局", "人民检察院": "人民检察院", "园林和林业绿化局": "园林和林业绿化局",
}  # fmt: skip
PROVINCIAL = {
    "司法厅": "司法厅", "教育厅": "教育厅", "公安厅": "公安厅", "财政厅": "财政厅", "人社厅": "人力资源和社会保障厅", "人力资源和社会保障厅": "人力资源和社会保障厅", "自然资源厅": "自然资源厅",
    "生态环境厅": "生态环境厅", "住房和城乡建设厅": "住房和城乡建设厅", "交通运输厅": "交通运输厅", "水利厅": "水利厅", "农业农村厅": "农业农村厅", "商务厅": "商务厅", "文化和旅游厅": "文化和旅游厅", "发展改革委": "发展和改革委员会",
    "卫生健康委": "卫生健康委员会", "应急管理厅": "应急管理厅", "审计厅": "审计厅", "市场监督管理局": "市场监督管理局", "药品监督管理局": "药品监督管理局", "林业局": "林业局", "统计局": "统计局", "监狱管理局": "监狱管理局",
}  # fmt: skip
# Towns whose names look like other places on purpose
TOWNS = ("红旗镇", "兴国镇", "新华街道", "朝阳街道", "中山街道", "长安镇", "西湖街道", "城关镇", "太平镇", "和平街道", "江北街道", "南山街道", "宝山镇", "黄梅街道", "团结乡", "龙泉镇", "永安镇", "白云街道", "东风镇", "双河乡", "平安镇", "鼓楼街道", "城南街道", "开发区街道", "新兴镇", "石桥镇", "马坡乡", "青山街道", "大同镇", "安阳镇", "临江镇", "高新街道", "凤凰街道", "北京路街道", "河西街道", "南阳镇", "海南镇", "官渡镇", "三台乡", "市中街道")  # fmt: skip
MINISTRIES = ("生态环境部", "交通运输部", "水利部", "应急管理部", "国家医疗保障局", "国家税务总局", "海关总署", "国家市场监督管理总局", "国家知识产权局", "中国气象局", "国家能源局", "人力资源和社会保障部", "住房和城乡建设部", "国家粮食和物资储备局", "国家林业和草原局", "国家统计局", "国家铁路局", "国家外汇管理局", "文化和旅游部", "工业和信息化部")  # fmt: skip

# Zones that no table of theirs lists, with where they lie: printed, rest, province, city, county,
# level, code of the place
SPECIAL = """
雄安新区|雄安新区|河北省|保定市||国家级开发区|130600|www.xiongan.gov.cn
河北雄安新区管委会|雄安新区|河北省|保定市||国家级开发区|130600|www.xiongan.gov.cn
西咸新区|西咸新区|陕西省|西安市||国家级开发区|610100|www.xixianxinqu.gov.cn
陕西省西咸新区空港新城|西咸新区空港新城|陕西省|西安市||省级开发区|610100|
西咸新区沣西新城管委会|西咸新区沣西新城|陕西省|西安市||省级开发区|610100|
贵安新区|贵安新区|贵州省|贵阳市||国家级开发区|520100|www.gaxq.gov.cn
重庆两江新区管委会|两江新区|重庆市|重庆市||国家级开发区|500100|
天津市滨海新区人民政府||天津市|天津市|滨海新区|区县|120116|www.tjbh.gov.cn
上海市浦东新区人民政府||上海市|上海市|浦东新区|区县|310115|www.pudong.gov.cn
浦东新区||上海市|上海市|浦东新区|区县|310115|www.pudong.gov.cn
中国(上海)自由贸易试验区临港新片区管理委员会|中国(上海)自由贸易试验区临港新片区|上海市|上海市||省级开发区|310100|
中国(四川)自由贸易试验区川南临港片区管委会|中国(四川)自由贸易试验区川南临港片区|四川省|泸州市||省级开发区|510500|
中国(湖北)自由贸易试验区襄阳片区|中国(湖北)自由贸易试验区襄阳片区|湖北省|襄阳市||省级开发区|420600|
中国(河南)自由贸易试验区洛阳片区管委会|中国(河南)自由贸易试验区洛阳片区|河南省|洛阳市||省级开发区|410300|
成都高新综合保税区|高新综合保税区|四川省|成都市||省级开发区|510100|
郑州新郑综合保税区|新郑综合保税区|河南省|郑州市||省级开发区|410100|
昆山综合保税区管理委员会|综合保税区|江苏省|苏州市|昆山市|省级开发区|320583|
江苏省张家港保税区管委会|保税区|江苏省|苏州市|张家港市|省级开发区|320582|
大连大窑湾保税港区|大窑湾保税港区|辽宁省|大连市||省级开发区|210200|
苏州太湖国家旅游度假区管委会|太湖国家旅游度假区|江苏省|苏州市||省级开发区|320500|
三亚亚龙湾国家旅游度假区|亚龙湾国家旅游度假区|海南省|三亚市||省级开发区|460200|
昆明滇池国家旅游度假区管理委员会|滇池国家旅游度假区|云南省|昆明市||省级开发区|530100|
黄山风景区管理委员会|黄山风景区|安徽省|黄山市||省级开发区|341000|
武当山旅游经济特区|武当山旅游经济特区|湖北省|十堰市||省级开发区|420300|
泰山风景名胜区管理委员会|泰山风景名胜区|山东省|泰安市||省级开发区|370900|
五台山风景名胜区管委会|五台山风景名胜区|山西省|忻州市||省级开发区|140900|
九华山风景区管委会|九华山风景区|安徽省|池州市||省级开发区|341700|
杨凌示范区|杨凌农业高新技术产业示范区|陕西省|咸阳市|杨陵区|国家级开发区|610403|www.ylagri.gov.cn
中新天津生态城管委会|中新天津生态城|天津市|天津市|滨海新区|省级开发区|120116|www.eco-city.gov.cn
横琴粤澳深度合作区执行委员会|横琴粤澳深度合作区|广东省|珠海市||省级开发区|440400|
深汕特别合作区管委会|深汕特别合作区|广东省|深圳市||省级开发区|440300|
平潭综合实验区管委会|平潭综合实验区|福建省|福州市|平潭县|省级开发区|350100|
苏州工业园区|工业园区|江苏省|苏州市||国家级开发区|320500|www.sipac.gov.cn
苏州工业园区管委会|工业园区|江苏省|苏州市||国家级开发区|320500|www.sipac.gov.cn
宁东能源化工基地管委会|宁东能源化工基地|宁夏回族自治区|银川市||省级开发区|640100|
山西转型综合改革示范区|山西转型综合改革示范区|山西省|太原市||省级开发区|140100|
天津东疆综合保税区管理委员会|东疆综合保税区|天津市|天津市|滨海新区|省级开发区|120116|
长春净月高新区|净月高新区|吉林省|长春市||国家级开发区|220100|
哈尔滨新区|新区|黑龙江省|哈尔滨市||国家级开发区|230100|
福州市元洪投资区管委会|元洪投资区|福建省|福州市||省级开发区|350100|
新疆生产建设兵团第八师石河子市|第八师石河子市|新疆维吾尔自治区||石河子市|市|659001|
第一师阿拉尔市|第一师阿拉尔市|新疆维吾尔自治区||阿拉尔市|市|659002|
兵团第六师五家渠市|第六师五家渠市|新疆维吾尔自治区||五家渠市|市|659004|
新疆生产建设兵团第十二师|第十二师|新疆维吾尔自治区|||市|650000|
第三师图木舒克市司法局|第三师图木舒克市司法局|新疆维吾尔自治区||图木舒克市|部门|659003|
国家税务总局苏州市税务局|国家税务总局苏州市税务局|江苏省|苏州市||部门|320500|
国家税务总局衡阳市南岳区税务局|国家税务总局衡阳市南岳区税务局|湖南省|衡阳市|南岳区|部门|430412|
国家统计局盐城调查队|国家统计局盐城调查队|江苏省|盐城市||部门|320900|
上海市公安局浦东分局|公安局浦东分局|上海市|上海市|浦东新区|部门|310115|
武汉市自然资源和规划局东湖新技术开发区分局|自然资源和规划局东湖新技术开发区分局|湖北省|武汉市||部门|420100|
苏州市吴江生态环境局|吴江生态环境局|江苏省|苏州市|吴江区|部门|320509|
重庆市规划和自然资源局|规划和自然资源局|重庆市|重庆市||部门|500100|
北京市朝阳区人民政府建外街道办事处|建外街道|北京市|北京市|朝阳区|乡镇街道|110105|
郴州高新区白露塘镇|高新区白露塘镇|湖南省|郴州市||乡镇街道|431000|
湖南省高级人民法院|高级人民法院|湖南省|||部门|430000|
徐州市中级人民法院|中级人民法院|江苏省|徐州市||部门|320300|
广州市黄埔区 广州开发区|黄埔区、广州经济技术开发区|广东省|广州市|黄埔区|区县|440112|www.hp.gov.cn
杭州高新区(滨江)|高新区(滨江)|浙江省|杭州市|滨江区|国家级开发区|330108|www.hhtz.gov.cn
无锡市新吴区 无锡高新区|新吴区、无锡高新区|江苏省|无锡市|新吴区|区县|320214|www.wnd.gov.cn
青岛西海岸新区(黄岛区)|西海岸新区(黄岛区)|山东省|青岛市|黄岛区|国家级开发区|370211|
襄樊高新区|襄阳高新技术产业开发区|湖北省|襄阳市||国家级开发区|420600|
无锡国家高新技术产业开发区|高新技术产业开发区|江苏省|无锡市||国家级开发区|320200|
宜昌国家高新技术产业开发区|高新技术产业开发区|湖北省|宜昌市||国家级开发区|420500|
西部(重庆)科学城|西部(重庆)科学城|重庆市|重庆市||省级开发区|500100|
合肥新站高新区|新站高新区|安徽省|合肥市||省级开发区|340100|
唐山市曹妃甸区|||||区县|130209|
唐山海港经济开发区管委会|海港经济开发区|河北省|唐山市||省级开发区|130200|
秦皇岛北戴河新区|北戴河新区|河北省|秦皇岛市||省级开发区|130300|
烟台黄渤海新区|黄渤海新区|山东省|烟台市||省级开发区|370600|
济宁太白湖新区|太白湖新区|山东省|济宁市||省级开发区|370800|
新乡市平原城乡一体化示范区|平原城乡一体化示范区|河南省|新乡市||省级开发区|410700|
商丘市城乡一体化示范区管委会|城乡一体化示范区|河南省|商丘市||省级开发区|411400|
襄阳市鱼梁洲经济开发区管委会|鱼梁洲经济开发区|湖北省|襄阳市||省级开发区|420600|
荆州纪南生态文化旅游区|纪南生态文化旅游区|湖北省|荆州市||省级开发区|421000|
荆门市漳河新区|漳河新区|湖北省|荆门市||省级开发区|420800|
""".strip()

# Sites of cities' districts and of counties: host, code. Their names alone often leave the city
# open.
SITES = """
bjchy 110105 bjhd 110108 bjdch 110101 bjxch 110102 bjft 110106 bjsjs 110107 bjtzh 110112 bjshy 110113 bjdx 110115 bjmy 110118
tjhp 120101 tjhd 120102 tjnk 120104 tjdl 120110 tjxq 120111 tjjn 120112 tjbc 120113 tjnh 120117 huangpu 310101 xuhui 310104
jingan 310106 shpt 310107 shhk 310109 shyp 310110 shmh 310112 shbsq 310113 fengxian 310120 shcm 310151 cqyz 500103 ddk 500104
cqjb 500105 cqspb 500106 cqjlp 500107 cqna 500108 cqbn 500113 cqs 500000 cqtn 500152 cqnc 500119 cqkz 500154 cqlp 500155
cqfd 500230 cqcs 500115 xwzf 320102 njgl 320106 njqxq 320113 njyh 320114 njlh 320116 njls 320117 njgc 320118 qinhuai 320104
jiangning 320115 pukou 320111 huishan 320206 wxbh 320211 wxlx 320213 snd 320505 szwz 320506 szxc 320507 gusu 320508 ks 320583
zjg 320582 changshu 320581 hzsc 330102 gongshu 330105 hzxh 330106 xiaoshan 330109 nbjb 330205 nbyz 330212 haishu 330203 cixi 330282
ouhai 330304 yuexiu 440104 haizhu 440105 panyu 440113 huadu 440114 gzns 440115 szft 440304 szlh 440303 szns 440305 baoan 440306
szpsq 440310 chancheng 440604 nanhai 440605 shunde 440606 jiangan 420102 qiaokou 420104 hanyang 420105 wuchang 420106 dxh 420112 whxinzhou 420117
csx 430121 yuelu 430104 tianxin 430103 liuyang 430181 cdjinjiang 510104 cdqingyang 510105 cdwh 510107 chenghua 510108 qbj 510113 scjy 510185
beilin 610103 lianhu 610104 yanta 610113 changanqu 610116 qdlaoshan 370212 shibei 370203 sdtaierzhuang 370405 jnlc 370112 jnlx 370103 whhc 371002
wfkw 370705 lzfz 620105 lzcg 620102 kmxs 530112 kmgd 530111 kmwh 530102 kmpl 530103 gygs 520103 gyyy 520111 hrbdl 230103
hrbnangang 230103 ccgx 220100 sysh 210102 syhp 210102 sjzca 130102 sjzqx 130104 sjzxh 130105 hfyh 340103 hfss 340104 hfbh 340111
fzgl 350102 fzcs 350104 fzja 350111 siming 350203 huli 350206 xmtongan 350212 qzlc 350502 qzfz 350503 ncdh 360102 ncxh 360103
zzjs 410103 zzerqi 410103 nnqx 450103 gxlz 450200 lyjx 410305 xtyh 430302 zzlusong 430203 hyshigu 430407
"""
WRONG_SITES = {"cqs", "ccgx", "gxlz", "hrbdl", "syhp", "zzjs"}  # not sure of, or no county's


def host_rows() -> list[tuple[str, str]]:
    words = SITES.split()
    pairs = list(zip(words[::2], words[1::2], strict=True))
    return [(f"www.{label}.gov.cn", code) for label, code in pairs if label not in WRONG_SITES]


PEOPLES = ("土家族苗族", "布依族苗族", "苗族侗族", "藏族羌族", "哈尼族彝族", "壮族苗族", "傣族景颇族", "回族", "彝族", "藏族", "白族", "朝鲜族", "傣族", "傈僳族", "哈萨克", "维吾尔", "壮族", "土家族", "苗族", "瑶族", "侗族", "满族", "蒙古族", "黎族", "畲族", "仡佬族", "土族", "裕固族", "东乡族", "羌族")  # fmt: skip
PROVINCES_SHORT = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "新疆维吾尔自治区": "新疆",
    "宁夏回族自治区": "宁夏",
    "西藏自治区": "西藏",
}


def spoken(name: str) -> str:
    """What people say for an autonomous division: 恩施州, 张家川县; any other as it stands."""
    if name in PROVINCES_SHORT:
        return PROVINCES_SHORT[name]
    for kind in ("自治州", "自治县"):
        if name.endswith(kind):
            stem = name.removesuffix(kind)
            people = next((held for held in PEOPLES if stem.endswith(held)), "")
            stem = stem.removesuffix(people)
            return stem + kind[-1] if people and len(stem) > 1 and "族" not in stem else name
    return name


def of_division(n: random.Random, code: str, group: str) -> Issuer:
    """A government's own report."""
    name = named(code)
    province, city, county = places(code)
    level = "省" if code.endswith("0000") else "市" if code.endswith("00") else "区县"
    outer = [] if level == "省" else [province] if level == "市" else [city or province, "", ""]
    if level == "区县" and city and city != province:
        outer.append(province + city)
    lead = n.choice(outer) if outer else ""
    said = spoken(name) if level != "省" and n.random() < 0.5 else name
    if lead.startswith(province) and n.random() < 0.5:
        lead = (spoken(province) if province in PROVINCES_SHORT else short(province)) + lead.removeprefix(province)
    organ = n.choice(["", "", "人民政府", "人民政府"])
    if level == "省" and code[:2] in MUNICIPALITIES:
        city = province
    bare = level == "区县" and not lead and code in shared_names()
    speaks = {"省": "全省", "市": "全市"}.get(level, "全" + ("旗" if name.endswith("旗") else name[-1]))
    full = (city if county and city and name.endswith("区") else "") + name + "人民政府"
    site = full + n.choice(["", "门户网站", "网"])
    return Issuer(
        group, lead + said + organ, full, "", level, province, city, county, code, site, bare=bare, speaks=speaks
    )


def a_county(n: random.Random) -> Issuer:
    return of_division(n, n.choice(codes()[3]), "county")


def a_namesake(n: random.Random) -> Issuer:
    """A county whose name is another's too, printed without its city."""
    code = n.choice(shared_names())
    issuer = of_division(n, code, "namesake")
    return replace(issuer, printed=named(code) + n.choice(["", "人民政府"]), bare=True)


def a_city(n: random.Random) -> Issuer:
    return of_division(n, n.choice(codes()[2]), "city")


def a_province(n: random.Random) -> Issuer:
    return of_division(n, n.choice(codes()[1]), "province")


def an_autonomous(n: random.Random) -> Issuer:
    """Autonomous prefectures and counties, leagues, banners, counties without a city."""
    pool = [
        c
        for c, (name, _) in divisions().items()
        if name.endswith(("自治州", "自治县", "自治旗", "旗", "盟", "地区")) or c[2:4] == "90"
    ]
    return of_division(n, n.choice([c for c in pool if c[:2] not in ("71", "81", "82")]), "autonomous")


def a_joint(n: random.Random) -> Issuer:
    """Party committee and government together."""
    issuer = of_division(n, n.choice(codes()[3] + codes()[2]), "joint")
    name = named(issuer.code or "")
    lead = issuer.city if issuer.county and name.endswith("区") and issuer.city else ""
    gap = n.choice([" ", "、", ""])
    return replace(
        issuer,
        printed=f"中共{lead}{name}委{n.choice(['', '员会'])}{gap}{lead}{name}人民政府",
        bare=not lead and issuer.bare,
    )


def a_department(n: random.Random) -> Issuer:
    rank = n.choice([2, 3, 3, 3])
    code = n.choice(codes()[rank])
    outer = of_division(n, code, "department")
    shown = n.choice(list(DEPARTMENTS))
    name, full = named(code), DEPARTMENTS[shown]
    lead = (outer.city or "") if outer.county and name.endswith("区") else ""
    bare_mark = name[-1] if name[-1] in "市县区旗州" and "自治" not in name and name[-2:] != "地区" else name
    form = n.randrange(4)
    if n.random() < 0.5:
        name = spoken(name)
    printed = [lead + name + shown, name + shown, name + shown, bare_mark + shown][form]
    if form == 3 and bare_mark == name:
        form = 1
    bare = form == 3 or (form != 0 and code in shared_names())
    return replace(
        outer,
        printed=printed,
        full=lead + name + full,
        rest=full,
        level="部门",
        bare=bare,
        speaks="我局",
        site=n.choice([outer.site, lead + name + full]),
    )


def a_provincial_department(n: random.Random) -> Issuer:
    code = n.choice(codes()[1])
    province = named(code)
    shown = n.choice([d for d in PROVINCIAL if code[:2] not in MUNICIPALITIES or not d.endswith("厅")])
    lead = n.choice([province, province, short(province) if "自治" not in province else province])
    city = province if code[:2] in MUNICIPALITIES else None
    full = PROVINCIAL[shown]
    return Issuer(
        "provincial department",
        (province if city else lead) + shown,
        province + full,
        full,
        "部门",
        province,
        city,
        None,
        code,
        province + full,
        speaks="我厅",
    )


def a_town(n: random.Random) -> Issuer:
    code = n.choice(codes()[3])
    outer = of_division(n, code, "town")
    town, name = n.choice(TOWNS), named(code)
    lead = (outer.city or "") if name.endswith("区") else ""
    organ = "办事处" if town.endswith("街道") else "人民政府"
    if n.random() < 0.5:
        name = spoken(name)
    form = n.randrange(6)
    printed = [
        f"{lead}{name}{town}",
        f"{name}{town}",
        f"{name}{town}{organ}",
        f"{town}{organ}",
        town,
        f"{name}人民政府{town}办事处" if organ == "办事处" else f"中共{name}{town}委员会 {name}{town}人民政府",
    ][form]
    if form == 4 and n.random() < 0.5 and town.endswith("街道"):
        printed = town + "党工委 " + town + "办事处"
    bare = form in (3, 4) or (form != 0 and code in shared_names())
    return replace(
        outer,
        printed=printed,
        full=f"{lead}{name}{town}{organ}",
        rest=town,
        level="乡镇街道",
        bare=bare,
        speaks="我" + ("街道" if town.endswith("街道") else town[-1]),
    )


def a_national_zone(n: random.Random) -> Issuer:
    name, kind, code = n.choice(zone_rows())
    province, city, county = places(code)
    if code[:2] in MUNICIPALITIES:
        city, county = province, county if not code.endswith("0100") else None
    forms = [name, name, brief(name), brief(name), name + "管理委员会", brief(name) + "管委会"]
    if kind != "国家级新区" and "国家" not in name:
        forms.append(
            name.replace("高新技术产业开发区", "国家高新技术产业开发区").replace(
                "经济技术开发区", "国家级经济技术开发区"
            )
        )
    site = n.choice([name, name + "管理委员会", f"{city or county or province}人民政府"])
    return Issuer(
        "national zone",
        n.choice(forms),
        name + "管理委员会",
        name,
        "国家级开发区",
        province,
        city,
        county,
        code,
        site,
        speaks="全区",
    )


def brief(name: str) -> str:
    """A zone's name with its kind in short."""
    for full, form in (("高新技术产业开发区", "高新区"), ("经济技术开发区", "经开区"), ("高技术产业开发区", "高新区")):
        name = name.replace(full, form)
    return name


def alone(code: str, kind: str) -> list[str]:
    return [name for name, k, c in zone_rows() if k == kind and c[:4] == code[:4] and c[:2] not in MUNICIPALITIES]


def a_bare_zone(n: random.Random) -> Issuer:
    """高新区, 经开区 on a city's site, the city having just one national zone of that kind."""
    rows = [
        row
        for row in zone_rows()
        if row[2].endswith("00") and row[1] != "国家级新区" and len(alone(row[2], row[1])) == 1
    ]
    rows = [
        row
        for row in rows
        if row[0] == short(named(row[2])) + ("高新技术产业开发区" if "高新" in row[1] else "经济技术开发区")
    ]
    name, kind, code = n.choice(rows)
    province, city, _ = places(code)
    shown = n.choice(
        ["高新区", "高新技术产业开发区", "高新区管委会"]
        if "高新" in kind
        else ["经开区", "经济技术开发区", "经开区管委会"]
    )
    site = n.choice([f"{city}人民政府", name + "管理委员会"])
    return Issuer(
        "bare zone",
        shown,
        name + "管理委员会",
        name,
        "国家级开发区",
        province,
        city,
        None,
        code,
        site,
        bare=True,
        speaks="全区",
    )


LOCAL = ("经济开发区", "工业园区", "高新技术产业园区", "产业集聚区", "先进制造业开发区", "工业集中区", "临港产业园", "现代农业产业园", "生态旅游度假区", "经济技术开发区", "高新技术产业开发区", "循环经济产业园", "综合物流园区", "食品工业园")  # fmt: skip


def a_local_zone(n: random.Random) -> Issuer:
    """A zone of a province's or a county's, named for its county or with a name of its own."""
    code = n.choice(codes()[3])
    province, city, county = places(code)
    kind = n.choice(LOCAL)
    taken = [name for name, _, c in zone_rows() if c[:4] == code[:4] and brief(name).endswith(brief(kind)[-3:])]
    if taken or (county[-1:] == "区" and n.random() < 0.5):
        kind = n.choice(("工业园区", "产业集聚区", "循环经济产业园"))
    own = n.choice(["", "", n.choice(["青石", "龙溪", "云台", "双塔", "白鹤", "望江", "金沙", "凤鸣"])])
    stem = short(county or "")
    form = n.randrange(5)
    if form == 0 and len(stem) < 2:
        form = 1
    printed = [
        stem + own + kind,
        f"{county}{own}{kind}",
        f"{province}{stem}{own}{kind}" if "自治" not in province else f"{county}{own}{kind}",
        f"{own}{kind}",
        f"{county}{own}{kind}管委会",
    ][form]
    if own and form == 0:
        printed = f"{county}{own}{kind}"
    bare = form == 3 or code in shared_names() or form == 0
    full = f"{city if county and county.endswith('区') and city else ''}{county}{own}{kind}管理委员会"
    return Issuer(
        "local zone",
        printed,
        full,
        own + kind,
        "省级开发区",
        province,
        city,
        county,
        code,
        n.choice([full.removesuffix("管理委员会"), (city or "") + county + "人民政府"]),
        bare=bare,
        speaks="我区",
    )


def a_zone_department(n: random.Random) -> Issuer:
    """A department of a zone, or a street in it."""
    zone = a_national_zone(n)
    while zone.county or "新区" in zone.rest or not zone.rest.startswith(short(zone.city or zone.province or "")):
        zone = a_national_zone(n)
    shown = n.choice(
        [d for d in DEPARTMENTS if d.endswith("局")]
        + ["财政金融局", "党政办公室", "综合执法局", "投资促进局", "建设局", "政务服务中心"]
    )
    name = n.choice([zone.rest, brief(zone.rest)])
    full = DEPARTMENTS.get(shown, shown)
    printed = name + n.choice(["", "管委会", "管理委员会"]) + shown
    inner = brief(zone.rest).removeprefix(short(zone.city or ""))
    return replace(
        zone,
        group="zone department",
        printed=printed,
        full=zone.rest + full,
        rest=inner + full,
        level="部门",
        speaks="我局",
        other_rests=(inner + "管委会" + full, zone.rest + full, inner.removeprefix("市") + full),
    )


def a_special(n: random.Random) -> Issuer:
    row = n.choice(SPECIAL.split("\n"))
    printed, rest, province, city, county, level, code, host = (
        row.split("|") if row.count("|") == 7 else (*row.split("|"), "")
    )
    if not province:
        province, city, county = places(code)
    full = (
        printed
        if printed.endswith(("局", "委员会", "院", "政府", "队", "处"))
        else printed.replace("管委会", "") + "管理委员会"
        if level.endswith("开发区")
        else printed
    )
    return Issuer(
        "special",
        printed,
        full,
        rest,
        level,
        province,
        city or None,
        county or None,
        code,
        full,
        host or None,
        speaks="全区",
    )


def a_ministry(n: random.Random) -> Issuer:
    name = n.choice(MINISTRIES)
    return Issuer(
        "ministry",
        name,
        name,
        name,
        "国家",
        None,
        None,
        None,
        None,
        name,
        "www." + n.choice(["mee", "mot", "mwr", "mem"]) + ".gov.cn",
        speaks="我部",
    )


def a_site(n: random.Random) -> Issuer:
    """A county known by its site's real host alone."""
    host, code = n.choice(host_rows())
    issuer = of_division(n, code, "real host")
    name = named(code)
    return replace(issuer, printed=name + n.choice(["", "人民政府"]), host=host, bare=True, site="")


def an_organ(n: random.Random) -> Issuer:
    """A government named by its organ alone, on its own site: 县人民政府, 区政府办公室."""
    code = n.choice([c for c in codes()[3] + codes()[2] if "自治" not in named(c) and named(c)[-1] in "市县区旗"])
    issuer = of_division(n, code, "organ alone")
    mark = named(code)[-1]
    if n.random() < 0.5:
        return replace(issuer, printed=mark + n.choice(["人民政府", "政府"]), bare=True)
    return replace(
        issuer,
        printed=mark + n.choice(["政府办公室", "人民政府办公室", "政府办"]),
        rest="人民政府办公室",
        full=issuer.full + "办公室",
        level="部门",
        bare=True,
        other_rests=("政府办公室",),
    )


BRANCHES = ("公安局{}分局", "生态环境局{}分局", "自然资源和规划局{}分局", "市场监督管理局{}分局")


def a_branch(n: random.Random) -> Issuer:
    """A city's department in a district or zone of it."""
    code = n.choice(
        [
            c
            for c in codes()[3]
            if named(c).endswith("区") and len(named(c)) > 2 and c[:2] not in MUNICIPALITIES and c[2:4] != "90"
        ]
    )
    issuer = of_division(n, code, "branch")
    where = n.choice([short(named(code)), "高新", "经济技术开发区", "开发区"])
    name = n.choice(BRANCHES).format(where)
    inside = where == short(named(code))
    printed = n.choice([issuer.city or "", "市"]) + name
    return replace(
        issuer,
        printed=printed,
        full=(issuer.city or "") + name,
        rest=name,
        level="部门",
        county=issuer.county if inside else None,
        code=code if inside else code[:4] + "00",
        bare=printed.startswith("市"),
        site=(issuer.city or "") + "人民政府",
        speaks="我局",
    )


SCHOOLS = "杭州师范大学|浙江省|杭州市 长沙理工大学|湖南省|长沙市 广州医科大学|广东省|广州市 徐州工程学院|江苏省|徐州市 洛阳师范学院|河南省|洛阳市 大连海洋大学|辽宁省|大连市 兰州城市学院|甘肃省|兰州市 桂林电子科技大学|广西壮族自治区|桂林市 成都市第三人民医院|四川省|成都市 济南市中心医院|山东省|济南市 苏州市轨道交通集团有限公司|江苏省|苏州市 厦门市公安局交通警察支队|福建省|厦门市"  # fmt: skip


def an_institution(n: random.Random) -> Issuer:
    """A school, hospital or company."""
    name, province, city = n.choice(SCHOOLS.split()).split("|")
    return Issuer("institution", name, name, name, "部门", province, city, None, None, name, speaks="我校")


LOCAL_BARE = ("开发区", "经济开发区", "工业园区", "园区", "高新区", "产业园区", "新区", "度假区")


def a_local_bare(n: random.Random) -> Issuer:
    """A county's own zone, called by its kind alone."""
    code = n.choice(
        [
            c
            for c in codes()[3]
            if c[:2] not in MUNICIPALITIES and named(c)[-1] in "县市" and not any(z[2] == c for z in zone_rows())
        ]
    )
    province, city, county = places(code)
    kind = n.choice(LOCAL_BARE)
    printed = n.choice(["", county[-1:] if county else ""]) + kind + n.choice(["", "管委会", "管理委员会"])
    full = f"{county}{kind}管理委员会"
    return Issuer(
        "local bare zone",
        printed,
        full,
        kind,
        "省级开发区",
        province,
        city,
        county,
        code,
        n.choice([f"{county}人民政府", full]),
        bare=True,
        speaks="全区",
    )


def a_bare_zone_department(n: random.Random) -> Issuer:
    """A department of a zone that does not say its city: 高新区财政局."""
    zone = a_bare_zone(n)
    shown = n.choice(["财政局", "建设局", "综合执法局", "党政办公室", "社会事业局", "市场监督管理局"])
    inner = ("高新区" if "高新" in zone.rest else "经开区") + shown
    return replace(
        zone,
        group="bare zone department",
        printed=("高新区" if "高新" in zone.rest else "经开区") + n.choice(["", "管委会"]) + shown,
        full=zone.rest + shown,
        rest=inner,
        level="部门",
        speaks="我局",
    )


GROUPS = (
    (an_organ, 6), (a_branch, 4), (an_institution, 2), (a_local_bare, 5), (a_bare_zone_department, 4),
    (a_county, 8), (a_namesake, 6), (a_city, 5), (a_province, 2), (an_autonomous, 5), (a_joint, 4), (a_department, 10),
    (a_provincial_department, 3), (a_town, 8), (a_national_zone, 8), (a_bare_zone, 5), (a_local_zone, 6), (a_zone_department, 4),
    (a_special, 10), (a_ministry, 2), (a_site, 8),
)  # fmt: skip


def an_issuer(n: random.Random) -> Issuer:
    """One issuer of any group."""
    makers, weights = zip(*GROUPS, strict=True)
    return n.choices(makers, weights)[0](n)
