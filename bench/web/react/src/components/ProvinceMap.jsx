import { regionPath } from "shared/navigation.js";
import { shade } from "shared/wording.js";
import { Link } from "react-router";

export function ProvinceMap({ provinces }) {
  return (
    <ul className="province-map">
      {provinces.map(({ region, counts: { zones, national } }) => (
        <li className={`tile province-${region.code} ${shade(zones)}`} key={region.code}>
          {zones === 0 ? (
            <span className="tile-inside" title="名录中暂无">
              <span className="tile-name">{region.short}</span>
              <span className="tile-count">–</span>
            </span>
          ) : (
            <Link className="tile-inside" to={regionPath(region.code)}>
              <span className="tile-name">{region.short}</span>
              <span className="tile-count">{zones}<span className="visually-hidden"> 家，其中国家级 {national} 家</span></span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
