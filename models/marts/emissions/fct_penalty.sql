select * from {{ ref('int_declarations__choose_penalty') }}
