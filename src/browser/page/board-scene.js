// Board JSON (classic, schemaVersion 39) -> scene: variables, rows, grid, panels.
import {
  EmbeddedScene,
  SceneDataTransformer,
  SceneGridItem,
  SceneGridLayout,
  SceneGridRow,
  SceneQueryRunner,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  VizPanel,
} from '@grafana/scenes';
import { dataSource, toVariable } from './variables';

/** The panels of a board, those inside collapsed rows too. */
export const flatPanels = (board) => board.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);

function toPanelData(panel) {
  if (!panel.targets?.length) {
    return undefined;
  }
  const runner = new SceneQueryRunner({
    datasource: dataSource,
    queries: panel.targets.map((target) => ({ ...target, datasource: dataSource })),
    maxDataPoints: panel.maxDataPoints,
    minInterval: panel.interval || undefined,
  });
  return panel.transformations?.length
    ? new SceneDataTransformer({ $data: runner, transformations: panel.transformations })
    : runner;
}

function toGridItem(panel) {
  if (panel.repeat) {
    throw new Error(`panel ${panel.title}: repeat is not drawn; draw it here before a board uses it`);
  }
  const { x, y, w, h } = panel.gridPos;
  const body = new VizPanel({
    key: `panel-${panel.id}`,
    title: panel.title,
    description: panel.description,
    pluginId: panel.type,
    options: panel.options ?? {},
    fieldConfig: panel.fieldConfig ?? { defaults: {}, overrides: [] },
    displayMode: panel.transparent ? 'transparent' : 'default',
    $data: toPanelData(panel),
  });
  return new SceneGridItem({ key: `item-${panel.id}`, x, y, width: w, height: h, body });
}

/** A row's panels are its children if it was saved collapsed, else the panels that follow it. All rows are drawn open. */
function toGridChildren(panels) {
  const children = [];
  let row = null;
  for (const panel of panels) {
    if (panel.type === 'row') {
      row = new SceneGridRow({
        key: `row-${panel.id}`,
        title: panel.title,
        isCollapsed: false,
        isCollapsible: true,
        y: panel.gridPos.y,
        children: (panel.panels ?? []).map(toGridItem),
      });
      children.push(row);
    } else if (row) {
      row.setState({ children: [...row.state.children, toGridItem(panel)] });
    } else {
      children.push(toGridItem(panel));
    }
  }
  return children;
}

/**
 * Lays everything out from the top: panels of a row that was saved collapsed hold positions from before it was opened.
 * Returns the number of grid rows used.
 */
function stack(children) {
  let y = 0;
  for (const child of children) {
    if (!(child instanceof SceneGridRow)) {
      y = Math.max(y, child.state.y + child.state.height);
      continue;
    }
    child.setState({ y });
    y += 1;
    const inside = child.state.children;
    const top = Math.min(...inside.map((item) => item.state.y));
    let bottom = y;
    for (const item of inside) {
      item.setState({ y: item.state.y - top + y });
      bottom = Math.max(bottom, item.state.y + item.state.height);
    }
    y = bottom;
  }
  return y;
}

export function toScene(board, from, to) {
  const children = toGridChildren(board.panels);
  const gridRows = stack(children);
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from, to, timeZone: 'utc' }),
    $variables: new SceneVariableSet({ variables: (board.templating?.list ?? []).map(toVariable) }),
    controls: [new VariableValueSelectors({})],
    body: new SceneGridLayout({ children, isLazy: false }),
  });
  return { scene, gridRows };
}
