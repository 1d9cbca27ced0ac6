-- 各条规则现行的代号，一条一行：规则自己或它所读的模型的写法、所用的函数、界限和口径有一处改动，代号就变。
--
-- @table
-- rule: 规则编号
-- code: 代号

with in_force as (
  select
    unnest(
      from_json(
        getvariable('rules_in_force'),
        '[{"model": "VARCHAR", "version": "VARCHAR", "words": ["VARCHAR"]}]'
      ),
      recursive := true
    )
),

words as (
  select model, unnest(words) as word from in_force
),

limits as (
  select
    words.model,
    string_agg(thresholds.name || '=' || cast(thresholds.threshold as varchar), ' ' order by thresholds.name) as limits
  from words
  inner join staging.stg_thresholds as thresholds on words.word = thresholds.name
  group by words.model
),

-- A model's name is checks.f1_sources_add_up: the first part of it is the rule.
coded as (
  select
    upper(regexp_extract(in_force.model, '^(?:checks|patterns)\.([a-z]+\d+[a-z]?)_', 1)) as rule,
    md5(
      in_force.version || ' ' || coalesce(limits.limits, '') || ' '
      || case when list_contains(in_force.words, 'profiles') then coalesce(getvariable('profiles'), '') else '' end
    ) as code
  from in_force
  left join limits on in_force.model = limits.model
)

select * from coded
