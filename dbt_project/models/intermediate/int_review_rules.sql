-- The review's rules as they are in force: the project's metadata with what the home sets otherwise.
select
    rules.rule_id,
    coalesce(settings.severity, rules.severity) as severity,
    coalesce(settings.lesser_severity, rules.lesser_severity) as lesser_severity,
    rules.category,
    coalesce(settings.enabled, rules.enabled) as enabled,
    coalesce(settings.threshold, rules.threshold) as threshold,
    coalesce(settings.lesser_threshold, rules.lesser_threshold) as lesser_threshold,
    rules.title_zh,
    rules.title_en,
    rules.message_zh,
    rules.message_en,
    rules.legal_basis
from {{ ref('review_rules') }} as rules
left join {{ source('raw', 'review_settings') }} as settings on rules.rule_id = settings.rule_id
