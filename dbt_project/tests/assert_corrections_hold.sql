-- What was accepted still corrects what it was written for: the source says what the correction expects there.
select
    correction_id,
    source_file,
    source_line,
    problem,
    expected,
    stands_now,
    value_text
from {{ ref('corrections') }}
where status = 'stale' and problem <> 'document_not_loaded'
