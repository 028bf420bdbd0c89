import { Link } from "react-router";

import { Picture } from "./Picture.jsx";

const FULL_WIDTH = "(min-width: 52rem) 48rem, 100vw";

/** The blocks of a body, in order. */
export function Body({ blocks }) {
  return blocks.map((block, place) => <Block block={block} early={place < 2} key={place} />);
}

function Block({ block, early }) {
  if (block === "rule") return <hr />;
  const [[name, value]] = Object.entries(block);
  switch (name) {
    case "paragraph":
      return <p><Spans spans={value} /></p>;
    case "heading": {
      const Heading = `h${value.level}`;
      return <Heading><Spans spans={value.text} /></Heading>;
    }
    case "image":
      return <p className="image"><Picture picture={value} sizes={FULL_WIDTH} eager={early} /></p>;
    case "figure":
      return (
        <figure>
          <Picture picture={value.picture} sizes={FULL_WIDTH} eager={early} />
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
      return <p className="video"><a href={value.href} rel="noopener">视频：{value.title}</a></p>;
    default:
      return null;
  }
}

function List({ start, items }) {
  const entries = items.map((blocks, place) => (
    <li key={place}>
      {blocks.length === 1 && blocks[0].paragraph ? <Spans spans={blocks[0].paragraph} /> : <Body blocks={blocks} />}
    </li>
  ));
  return start == null ? <ul>{entries}</ul> : <ol start={start === 1 ? undefined : start}>{entries}</ol>;
}

function Table({ columns, head, rows }) {
  const align = (column) => (columns[column] === "start" ? undefined : columns[column]);
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label="表格">
      <table>
        <thead>
          <tr>{head.map((text, column) => <th scope="col" className={align(column)} key={column}><Spans spans={text} /></th>)}</tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((text, column) => <td className={align(column)} key={column}><Spans spans={text} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Spans({ spans }) {
  return spans.map((span, place) => <Span span={span} key={place} />);
}

function Span({ span }) {
  if (span === "break") return <br />;
  if (span.text !== undefined) return span.text;
  if (span.strong) return <strong><Spans spans={span.strong} /></strong>;
  if (span.emphasis) return <em><Spans spans={span.emphasis} /></em>;
  const { href, text } = span.link;
  if (href.startsWith("/")) return <Link to={href}><Spans spans={text} /></Link>;
  return <a href={href} rel={href.startsWith("http") ? "noopener" : undefined}><Spans spans={text} /></a>;
}
