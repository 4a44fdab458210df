import './Tabs.css';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { findTab } from './tab-keys.ts';

interface Tab {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** A short addition such as "1/3"; read with the label. */
  readonly badge?: string;
  /** File names are set in mono. */
  readonly mono?: boolean;
}

interface TabsProps {
  /** Name of the row for screen readers. */
  readonly label: string;
  /** Prefix shared with the row's TabPanels. */
  readonly name: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** Put at the far end of the row. */
  readonly end?: ReactNode;
  /** `even` spreads the tabs over the row, for phones; `wrap` takes more rows when there are many. */
  readonly spread?: 'start' | 'even' | 'wrap';
}

/** A row of tabs: one stop of the Tab key, arrows move and select. Draw a TabPanel for each. */
export function Tabs({ label, name, tabs, selected, onSelect, end, spread = 'start' }: TabsProps) {
  const row = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const current = tabs.findIndex((tab) => tab.id === selected);
    const next = tabs[findTab(event.key, current, tabs.length) ?? -1];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onSelect(next.id);
    row.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus();
  };

  return (
    <div className={`tabs tabs--${spread}`}>
      <div ref={row} role="tablist" aria-label={label} className="tabs__row" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={toTabId(name, tab.id)}
            data-tab={tab.id}
            aria-selected={tab.id === selected}
            aria-controls={tab.id === selected ? toPanelId(name, tab.id) : undefined}
            tabIndex={tab.id === selected ? 0 : -1}
            className={tab.mono ? 'tabs__tab tabs__tab--mono' : 'tabs__tab'}
            onClick={() => onSelect(tab.id)}
          >
            {tab.icon !== undefined && <Icon name={tab.icon} />}
            {tab.label}
            {tab.badge !== undefined && <span className="tabs__badge num">{tab.badge}</span>}
          </button>
        ))}
      </div>
      {end !== undefined && <div className="tabs__end">{end}</div>}
    </div>
  );
}

interface TabPanelProps {
  readonly name: string;
  readonly id: string;
  readonly isSelected: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Stays in the page while hidden, so that scroll positions and editors survive. */
export function TabPanel({ name, id, isSelected, className, children }: TabPanelProps) {
  return (
    <div
      role="tabpanel"
      id={toPanelId(name, id)}
      aria-labelledby={toTabId(name, id)}
      hidden={!isSelected}
      className={className}
    >
      {children}
    </div>
  );
}

function toTabId(name: string, id: string): string {
  return `tab-${name}-${toIdPart(id)}`;
}

function toPanelId(name: string, id: string): string {
  return `panel-${name}-${toIdPart(id)}`;
}

/** Ids must not hold spaces: aria-controls is a list of them. */
function toIdPart(id: string): string {
  return id.replaceAll(/[^\w-]/g, '_');
}
