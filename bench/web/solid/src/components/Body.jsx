import { For } from "solid-js";
import { Dynamic } from "solid-js/web";

import { Picture } from "./Picture.jsx";

const FULL_WIDTH = "(min-width: 52rem) 48rem, 100vw";

/** The blocks of a body, in order. */
export function Body(props) {
  return <For each={props.blocks}>{(block, place) => <Block block={block} early={place() < 2} />}</For>;
}

function Block(props) {
  if (props.block === "rule") return <hr />;
  const [[name, value]] = Object.entries(props.block);
  switch (name) {
    case "paragraph":
      return <p><Spans spans={value} /></p>;
    case "heading":
      return <Dynamic component={`h${value.level}`}><Spans spans={value.text} /></Dynamic>;
    case "image":
      return <p class="image"><Picture picture={value} sizes={FULL_WIDTH} eager={props.early} /></p>;
    case "figure":
      return (
        <figure>
          <Picture picture={value.picture} sizes={FULL_WIDTH} eager={props.early} />
          <figcaption>{value.caption}</figcaption>
        </figure>
      );
    case "list":
      return <List {...value} />;
    case "quote":
      return <blockquote><Body blocks={value} /></blockquote>;
    case "table":
      return <Table {...value} />;
    case "video":
      return <p class="video"><a href={value.href} rel="noopener">视频：{value.title}</a></p>;
    default:
      return null;
  }
}

function List(props) {
  return (
    <Dynamic component={props.start == null ? "ul" : "ol"} start={props.start > 1 ? props.start : undefined}>
      <For each={props.items}>
        {(blocks) => (
          <li>
            {blocks.length === 1 && blocks[0].paragraph ? <Spans spans={blocks[0].paragraph} /> : <Body blocks={blocks} />}
          </li>
        )}
      </For>
    </Dynamic>
  );
}

function Table(props) {
  const align = (column) => (props.columns[column] === "start" ? undefined : props.columns[column]);
  return (
    <div class="table-frame" tabindex="0" role="group" aria-label="表格">
      <table>
        <thead>
          <tr>
            <For each={props.head}>{(text, column) => <th scope="col" class={align(column())}><Spans spans={text} /></th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(cells) => (
              <tr>
                <For each={cells}>{(text, column) => <td class={align(column())}><Spans spans={text} /></td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function Spans(props) {
  return <For each={props.spans}>{(span) => <Span span={span} />}</For>;
}

function Span(props) {
  const span = props.span;
  if (span === "break") return <br />;
  if (span.text !== undefined) return span.text;
  if (span.strong) return <strong><Spans spans={span.strong} /></strong>;
  if (span.emphasis) return <em><Spans spans={span.emphasis} /></em>;
  const { href, text } = span.link;
  return <a href={href} rel={href.startsWith("http") ? "noopener" : undefined}><Spans spans={text} /></a>;
}
