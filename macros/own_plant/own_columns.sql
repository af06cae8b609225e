{# Data sets that a plant states of itself, and the Chinese names of their columns as in the contracts of the landing (a test compares them).
   They are read beside the examples whatever NETZERO_DATA says. #}
{% macro own_columns_zh() -%}
    {{- return({
        'activity_data': {
            'organisation_id': '組織代碼', 'facility_id': '場址代碼', 'year': '年度(西元)', 'scope': '範疇', 'category': '類別',
            'source': '排放源', 'activity_item': '活動項目', 'quantity': '活動量', 'unit': '單位', 'equipment': '設備類型',
            'factor_key': '指定係數', 'own_factor_kgco2e': '自有係數(kgCO2e/單位)', 'own_factor_source': '自有係數來源',
            'evidence': '數據種類', 'assurance': '校正與佐證', 'note': '備註',
        },
        'quick_estimate': {
            'organisation_id': '組織代碼', 'facility_id': '場址代碼', 'year': '年度(西元)', 'industry': '產業',
            'electricity_kwh': '用電量(度)', 'steam_coal_t': '燃料煤(公噸)', 'fuel_oil_kl': '燃料油(公秉)', 'diesel_kl': '柴油(公秉)',
            'natural_gas_m3': '天然氣(立方公尺)', 'lpg_t': '液化石油氣(公噸)', 'note': '備註',
        },
        'energy_user': {
            'organisation_id': '組織代碼', 'facility_id': '場址代碼', 'year': '年度(西元)', 'coal_t': '煤炭(公噸)',
            'fuel_oil_kl': '燃料油(公秉)', 'natural_gas_m3': '天然氣(立方公尺)', 'contract_capacity_kw': '契約容量(瓩)',
            'steam_t_per_h': '生產蒸汽(公噸/小時)', 'chiller_hp': '冷凍主機容量(馬力)', 'is_productive': '生產性質(是/否)', 'note': '備註',
        },
        'saving_year': {
            'organisation_id': '組織代碼', 'year': '年度(西元)', 'purchased_kwh': '購電量(度)', 'self_generated_kwh': '自行發電量(度)',
            'sold_kwh': '售電量(度)', 'contract_capacity_kw': '契約容量合計(瓩)', 'user_type': '用戶類型', 'note': '備註',
        },
        'saving_measure': {
            'organisation_id': '組織代碼', 'measure_id': '措施編號', 'measure_name': '措施名稱', 'kind': '措施種類', 'start_date': '實施日',
            'months': '計算月數', 'saved_kwh': '節電量(度)', 'saved_kcal': '節熱量(千卡)', 'reduced_kw': '抑低量(瓩)',
            'reduced_hours': '抑低時數(小時)', 'proof': '佐證文件', 'note': '備註',
        },
        'storage_site': {
            'site_id': '案場編號', 'place': '地點', 'capacity_kwh': '容量(kWh)', 'battery_type': '電池種類',
            'technology_count': '電池技術種類數', 'standards': '符合標準', 'note': '備註',
        },
        'breaker_test': {
            'sample_id': '樣品編號', 'rated_current_a': '額定電流(A)', 'instantaneous_multiple': '瞬時跳脫倍數',
            'test_point_pct': '試驗點(%)', 'test_current_a': '試驗電流(A)', 'duration_s': '通電時間(s)', 'tripped': '是否跳脫',
            'note': '備註',
        },
        'cbam_goods': {
            'declaration_id': '申報編號', 'year': '進口年度(西元)', 'importer_id': '進口商代碼', 'cn_code': 'CN代碼',
            'goods_name': '貨品名稱', 'mass_t': '重量(公噸)', 'direct_tco2e_per_t': '直接排放強度(tCO2e/公噸)',
            'indirect_tco2e_per_t': '間接排放強度(tCO2e/公噸)', 'is_default_value': '是否採預設值',
            'benchmark_tco2e_per_t': '免費配額基準值(tCO2e/公噸)', 'carbon_price_paid_eur_per_tco2e': '已付碳價(EUR/tCO2e)',
            'note': '備註',
        },
    }) -}}
{%- endmacro %}

{# A text in which every `column x` of a data set is followed by the name of the column in a Chinese header. #}
{% macro with_names_zh(text, dataset) -%}
    {%- set named = namespace(sql=text) -%}
    {%- for column, name_zh in own_columns_zh()[dataset].items() -%}
        {%- set named.sql = "replace(" ~ named.sql ~ ", 'column " ~ column ~ " ', 'column " ~ column ~ " (" ~ name_zh ~ ") ')" -%}
    {%- endfor -%}
    {{- named.sql -}}
{%- endmacro %}
