select * from {{ ref('int_declarations__measure_pollutant') }}
