// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { TabPanel, Tabs } from './Tabs.tsx';

afterEach(cleanup);

const tabs = [
  { id: 'task', label: 'Statement' },
  { id: 'tests/test a.py', label: 'Tests' },
  { id: 'notes', label: 'Notes' },
];

function Example() {
  const [selected, setSelected] = useState('task');
  return (
    <>
      <Tabs label="Reading" name="x" tabs={tabs} selected={selected} onSelect={setSelected} />
      {tabs.map((tab) => (
        <TabPanel key={tab.id} name="x" id={tab.id} isSelected={tab.id === selected}>
          Panel of {tab.label}
        </TabPanel>
      ))}
    </>
  );
}

describe('Tabs', () => {
  it('is one stop of the Tab key', () => {
    render(<Example />);
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  });

  it('moves and selects with arrows, round the ends', () => {
    render(<Example />);
    fireEvent.keyDown(screen.getByRole('tab', { name: 'Statement' }), { key: 'ArrowLeft' });
    const notes = screen.getByRole('tab', { name: 'Notes' });
    expect(document.activeElement).toBe(notes);
    expect(notes.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(notes, { key: 'Home' });
    expect(document.activeElement?.textContent).toBe('Statement');
  });

  it('names each panel by its tab, whatever the id holds', () => {
    render(<Example />);
    fireEvent.click(screen.getByRole('tab', { name: 'Tests' }));
    const panel = screen.getByRole('tabpanel', { name: 'Tests' });
    expect(panel.textContent).toBe('Panel of Tests');
    expect(screen.getByRole('tab', { name: 'Tests' }).getAttribute('aria-controls')).toBe(panel.id);
    expect(panel.id).not.toMatch(/\s/);
  });
});
