// The page's entry point. board-page.mjs calls window.boardPage.open(), asks isSettled() until it is, and takes report().
import { ThemeContext } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { sceneGraph, SceneQueryRunner } from '@grafana/scenes';
import { GlobalStyles } from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router-dom';
import { flatPanels, toScene } from './board-scene';
import { initRegistries, initRuntime, setTheme, theme } from './grafana-app';
import { drawnPanels, knownPanelTypes } from './panel-plugin';
import { asked, isAsking } from './prometheus-source';

// Grafana's grid: rows of 30 px with 8 px between them.
const GRID_ROW_PX = 38;
const HEADER_PX = 120;

let board;
let scene;

function Page() {
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <MemoryRouter>
        <div style={{ display: 'flex', flexDirection: 'column', height: '100%', padding: 8 }}>
          <h3>{board.title}</h3>
          <scene.Component model={scene} />
        </div>
      </MemoryRouter>
    </ThemeContext.Provider>
  );
}

/** Begins to draw the board; returns the height it takes, in px. */
async function open({ board: json, prometheus, scrapeMs, from, to, themeMode }) {
  board = json;
  setTheme(themeMode);
  document.body.style.background = theme.colors.background.canvas;
  initRegistries();
  await initPluginTranslations('board');
  initRuntime(prometheus, scrapeMs);
  // Only now: the panels read the registries while they are loaded.
  await import('./panels');
  await import('./state-timeline');

  const built = toScene(board, from, to);
  scene = built.scene;
  const root = document.getElementById('root');
  const heightPx = built.gridRows * GRID_ROW_PX + HEADER_PX;
  root.style.height = `${heightPx}px`;
  createRoot(root).render(<Page />);
  return heightPx;
}

function variablesLoad() {
  const set = scene.state.$variables;
  return set.state.variables.some((variable) => set.isVariableLoadingOrWaitingToUpdate(variable));
}

/** Every variable is there, every query has ended, no request is under way, and all of it is in the page. */
function isSettled() {
  if (!scene?.isActive || isAsking() || variablesLoad()) {
    return false;
  }
  const runners = sceneGraph.findAllObjects(scene, (object) => object instanceof SceneQueryRunner);
  const ended = (runner) => runner.isActive && ['Done', 'Error'].includes(runner.state.data?.state);
  const drawable = flatPanels(board).filter((panel) => panel.type !== 'row' && knownPanelTypes.has(panel.type));
  return runners.every(ended) && drawnPanels() === drawable.length;
}

function variableReport(variable) {
  return {
    name: variable.state.name,
    value: String(variable.getValue()),
    error: variable.state.error ? String(variable.state.error) : undefined,
  };
}

function report() {
  const unknown = flatPanels(board).filter((panel) => !knownPanelTypes.has(panel.type));
  return {
    uid: board.uid,
    title: board.title,
    panels: document.querySelectorAll('[data-viz-panel-key]').length,
    emptyPanels: [...document.querySelectorAll('[data-empty-panel]')].map((note) => Number(note.dataset.emptyPanel)),
    unknownPanelTypes: unknown.map((panel) => `${panel.type} (${panel.title})`),
    queries: asked,
    variables: scene.state.$variables.state.variables.map(variableReport),
  };
}

window.boardPage = { open, isSettled, report };
