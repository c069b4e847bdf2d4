-- The division that each printed name tells. A name that several divisions bear tells the one that lies in a
-- prefecture, else province, named elsewhere in the same report, else document; where none or several do, nothing.
with names as (
    select * from {{ ref('int_printed_names') }}
),

candidates as (
    select
        names.report_id,
        names.document_id,
        names.role,
        matches.division_name,
        matches.region_code,
        matches.prefecture_code,
        matches.province_code,
        matches.candidate_count
    from names
    inner join {{ ref('int_division_matches') }} as matches on names.bare_name = matches.bare_name
),

settled as (
    select * from candidates
    where candidate_count = 1
),

supported as (
    select
        candidates.report_id,
        candidates.role,
        candidates.division_name,
        candidates.region_code,
        min(
            case
                when candidates.prefecture_code = settled.prefecture_code then 0
                else 2
            end
            + case when candidates.report_id = settled.report_id then 0 else 1 end
        ) as distance
    from candidates
    inner join settled
        on
            candidates.document_id = settled.document_id
            and candidates.province_code = settled.province_code
    where
        candidates.candidate_count > 1
        and (
            settled.prefecture_code is null
            or candidates.prefecture_code is null
            or candidates.prefecture_code = settled.prefecture_code
        )
    group by candidates.report_id, candidates.role, candidates.division_name, candidates.region_code
),

nearest as (
    select
        *,
        min(distance) over (partition by report_id, role) as least_distance
    from supported
),

told as (
    select
        report_id,
        role,
        min(division_name) as division_name,
        min(region_code) as region_code
    from nearest
    where distance = least_distance
    group by report_id, role
    having count(*) = 1
    union all
    select
        report_id,
        role,
        division_name,
        region_code
    from settled
)

select
    names.report_id,
    names.document_id,
    names.role,
    names.role_rank,
    names.printed_name,
    names.full_name,
    names.bare_name,
    told.division_name,
    told.region_code
from names
left join told on names.report_id = told.report_id and names.role = told.role
