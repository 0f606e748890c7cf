-- A settlement of the table's cooperative: one line that waits, one that was paid, one that failed.
insert into settlement (id, cooperative_id, division_code, number, status, to_on, total_fen, prepared_by, prepared_role,
  approved_by, created_at)
values ('stl_table', :id:, :division_code:, 'JS202611-900', 'exported', '2026-11-20', 300, 'coopm_books', 'bookkeeper',
  :member_id:, now());
insert into transfer_voucher (id, cooperative_id, settlement_id, bank, reference, paid_on, amount_fen, line_count, file_id,
  booked_by, booked_at)
values ('tvch_table', :id:, 'stl_table', '农村商业银行', 'PZ-TABLE-1', '2026-11-21', 100, 1, :file_id:, :member_id:, now());
insert into settlement_line (id, settlement_id, cooperative_id, position, household_id, alias, division_code, amount_fen,
  reference, reference_key, state, reason, voucher_id, changed_at)
values
  ('stll_pending', 'stl_table', :id:, 1, :household_id:, '表中农户', '360722101200', 100, 'JS202611-900-0001',
    'JS202611-900-0001', 'pending', null, null, now()),
  ('stll_paid', 'stl_table', :id:, 2, :household_id:, '表中农户', '360722101200', 100, 'JS202611-900-0002',
    'JS202611-900-0002', 'paid', null, 'tvch_table', now()),
  ('stll_failed', 'stl_table', :id:, 3, :household_id:, '表中农户', '360722101200', 100, 'JS202611-900-0003',
    'JS202611-900-0003', 'failed', '账号有误', null, now());
insert into settlement_item (line_id, credit_id, amount_fen, live)
values ('stll_pending', 'line_table:hh_table', 100, true), ('stll_paid', 'line_table:hh_other', 100, false);
insert into bank_statement (id, cooperative_id, file_hash, layout, row_count, stored_rows, new_rows, from_on, to_on,
  imported_by, imported_at)
values ('bst_table', :id:, 'table', 'general', 1, 1, 1, '2026-11-21', '2026-11-21', :member_id:, now());
insert into bank_row (id, cooperative_id, statement_id, content_hash, line_no, booked_on, out_fen, remark)
values ('brow_table', :id:, 'bst_table', 'table', 2, '2026-11-21', 100, '货款'),
  ('brow_hand', :id:, 'bst_table', 'hand', 3, '2026-11-21', 100, '转账');
insert into bank_match (id, cooperative_id, row_id, line_id, state, basis, made_at)
values ('bm_table', :id:, 'brow_table', 'stll_paid', 'proposed', 'card', now());
