"""Coal. Looks for kilograms, and for zeros that stand for declarations not made."""

import great_expectations.expectations as gxe
import vocabulary as v

DERIVED = {"not_filed_with_value": "(filing_state = 'not_filed' and coal_t is not null)::integer"}

EXPECTATIONS = [
    v.between("coal_t", 0, 3e7, "no company burns more than 30 million tonnes"),
    v.between("not_filed_with_value", 0, 0, "what was not filed is unknown"),
    gxe.ExpectColumnValuesToNotBeNull(
        column="coal_t", mostly=0.5, severity="warning", description="most declarations are there"
    ),
]
