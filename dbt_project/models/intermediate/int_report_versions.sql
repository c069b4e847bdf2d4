-- Each report once: as the version that it was last. It counts where `known_to` is NULL.
with ranked as (
    select
        *,
        row_number() over (partition by report_id order by version_no desc) as rank_no
    from {{ ref('int_report_history') }}
)

select
    report_id,
    chain_id,
    version_no,
    known_from,
    known_to,
    previous_report_id,
    current_report_id
from ranked
where rank_no = 1
