/** Indexes that every posting paid for and no reader needs. Migrations only. */

// Whoever asks for the legs of a household comes by its credits, whoever asks for its credits by their balances. A leaf is found within its order: ids of one order stand side by side.
/** Takes them away; `ledger_posting_party` keeps the accounts of parties. */
export const LEANER = `
drop index if exists income_credit_household;
drop index if exists ledger_posting_account;
create index if not exists ledger_posting_party on ledger_posting (account_id, transaction_seq)
  where account_id not like 'household:%';
alter table sale_leaf_void drop constraint if exists sale_leaf_void_leaf_id_fkey;
alter table sale_leaf drop constraint if exists sale_leaf_pkey;
drop index if exists sale_leaf_order;
alter table sale_leaf add constraint sale_leaf_pkey primary key (order_id, id);
`;

// Every capture and refund has a leg of the buyers', so that an index of them finds no fewer rows than the table has.
/** Keeps the buyers' legs out of the index by parties. */
export const BUYERS_APART = `
drop index if exists ledger_posting_party;
create index ledger_posting_party on ledger_posting (account_id, transaction_seq)
  where account_id not like 'household:%' and account_id <> 'buyers';
`;
