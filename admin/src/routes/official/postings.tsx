import { PostingList } from "../../features/money-flow/posting-list";

/** The postings behind a figure of the money flow. */
export function Component() {
  return <PostingList />;
}
