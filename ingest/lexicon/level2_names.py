"""Names of level 2 beside those of the national framework, as provinces and departments print them."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.lexicon.text import fold

_OTHER = re.compile(
    r"^(?:(?:工作)?目标(?:设置|设定|管理|任务)|(?:预算|财务|业务|资产|绩效|事项|项目|实施|人员|采购|质量|合同|档案|决算|基础|内控|综合)管理|"
    r"(?:资金|组织|制度|任务|政策)(?:落实|分配|使用|保障|支持)|预算(?:编制|配置|执行|调整)|"
    r"(?:效率|效果|经济|公平|及时|有效|规范)性|(?:重点)?(?:工作)?任务(?:完成|落实)(?:情况)?|"
    r"(?:履职|职责|部门)(?:目标)?(?:实现|履行|效益|效果|效能)|(?:社会|公众|服务对象|群众|公共)(?:评价|满意)|"
    r"(?:可持续|长效)(?:发展|影响|管理)?(?:能力|机制)?|创新驱动(?:发展)?|运行成本|管理效率|人才支撑|体制机制改革)(?:指标)?$"
)


@lru_cache(maxsize=4096)
def is_other_level2_name(text: str) -> bool:
    """Whether a word is a level-2 name of such a framework: 目标设置, 效率性. It may name an indicator as well."""
    return bool(_OTHER.match(fold(text)))
