-- The quote of a reported amount holds the text of its value, unless that was corrected.
{{ config(severity='warn') }}
select
    report_id,
    amount_no,
    value_text,
    quote
from {{ ref('fct_reported_amounts') }}
where
    correction_id is null
    and (
        quote is null
        or value_text is null
        or replace(quote, ' ', '') not like '%' || replace(value_text, ' ', '') || '%'
    )
