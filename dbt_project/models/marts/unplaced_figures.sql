-- What reading could not place: figures in no record, and places that were not understood.
with figures as (
    select
        document_id,
        context,
        about,
        value_text,
        {{ evidence('unplaced') }}
    from {{ ref('stg_unplaced_figures') }} as unplaced
),

places as (
    select
        document_id,
        'not_understood' as context,
        detail as about,
        cast(null as string) as value_text,
        {{ evidence('notices') }}
    from {{ ref('stg_notices') }} as notices
    where kind = 'not_understood'
),

together as (
    select * from figures
    union all
    select * from places
)

select
    document_id,
    cast(
        row_number() over (
            partition by document_id order by block_no, row_no, col_no, context, about, value_text, quote
        ) as integer
    ) as unplaced_no,
    context,
    about,
    value_text,
    {{ evidence('together') }}
from together
