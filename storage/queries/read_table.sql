-- Can every row of a table be read? Damaged blocks are found by their checksums.
select count(*) as rows, bit_xor(hash(kept)) as fingerprint from query_table($table) as kept
