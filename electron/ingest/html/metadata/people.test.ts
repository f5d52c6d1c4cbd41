import { describe, expect, it } from 'vitest'
import { deskIn, nameInAddress, peopleIn } from './people'

describe('the people in an author value', () => {
  const cases: [value: string, people: string[]][] = [
    ['Ane Holm', ['Ane Holm']],
    ['By Ane Holm and Per Lund, Staff Writers', ['Ane Holm', 'Per Lund']],
    ['BY ANE HOLM AND PER LUND', ['ANE HOLM', 'PER LUND']],
    ['Ane E Holm', ['Ane E Holm']],
    ['Ane Holm, Per Lund & Liv Dahl', ['Ane Holm', 'Per Lund', 'Liv Dahl']],
    ['Holm, Ane; Lund, Per', ['Ane Holm', 'Per Lund']],
    ['Ane Holm, Jr., Per Lund', ['Ane Holm Jr.', 'Per Lund']],
    ['Ane Holm (Island Post)', ['Ane Holm']],
    ['Ane Holm | Lunde bureau', ['Ane Holm']],
    ['Ane Holm, Political Editor', ['Ane Holm']],
    ['Ane Holm, Harbour Correspondent', ['Ane Holm']],
    ['ane@island.example (Ane Holm)', ['Ane Holm']],
    ['Ane Holm <ane@island.example>', ['Ane Holm']],
    ['Ane Holm ane@island.example', ['Ane Holm']],
    ['Opinion by Ane Holm', ['Ane Holm']],
    ['Von Ane Holm und Per Lund', ['Ane Holm', 'Per Lund']],
    ['Text: Ane Holm, Fotos: Per Lund', ['Ane Holm']],
    ['Ane Holm (text) / Foto: Per Lund', ['Ane Holm']],
    ['Words by Ane Holm · Photographs by Per Lund', ['Ane Holm']],
    ['Propos recueillis par Ane Holm', ['Ane Holm']],
    ['Par Ane Holm avec Per Lund', ['Ane Holm', 'Per Lund']],
    ['Por Ane Holm y Per Lund', ['Ane Holm', 'Per Lund']],
    ['a cura di Ane Holm', ['Ane Holm']],
    ['Door Ane Holm en Per Lund', ['Ane Holm', 'Per Lund']],
    ['Av Ane Holm och Per Lund', ['Ane Holm', 'Per Lund']],
    ['Skrevet af Ane Holm og Per Lund', ['Ane Holm', 'Per Lund']],
    ['Teksti: Ane Holm ja Per Lund', ['Ane Holm', 'Per Lund']],
    ['Autor: Ane Holm i Per Lund', ['Ane Holm', 'Per Lund']],
    ['Yazan: Ane Holm ve Per Lund', ['Ane Holm', 'Per Lund']],
    ['Автор: Анна Холм и Пётр Лунд', ['Анна Холм', 'Пётр Лунд']],
    ['Γράφει ο Πέτρος Λουντ', ['Πέτρος Λουντ']],
    ['나래울 기자', ['나래울']],
    ['나래울기자', ['나래울']],
    ['나래울·한보람 기자', ['나래울', '한보람']],
    ['나래울 선임기자 narae@tern.example', ['나래울']],
    ['나래울 인턴기자', ['나래울']],
    ['솔포=나래울 특파원', ['나래울']],
    ['[솔포=나래울 기자]', ['나래울']],
    ['사회부 나래울 기자', ['나래울']],
    ['글=나래울 기자, 사진=한보람 기자', ['나래울']],
    ['기자 나래울', ['나래울']],
    ['記者 波野灯', ['波野灯']],
    ['波野灯 記者', ['波野灯']],
    ['作者：林波', ['林波']],
    ['admin', []],
    ['Staff', []],
    ['Follow Ane Holm', []],
    ['View all posts by Ane Holm', ['Ane Holm']],
    ['https://social.example/ane', []],
    ['@ane', []],
    ['', []],
  ]
  it.each(cases)('"%s"', (value, people) => {
    expect(peopleIn(value)).toEqual(people)
  })
})

describe('the desk in an author value', () => {
  it.each([
    'Redaktion',
    'Staff Writer',
    'The Editorial Board',
    'Redacción',
    'La rédaction',
    'Redazione',
    'Toimitus',
    '편집국',
    '디지털뉴스팀',
    '編集部',
  ])('"%s"', (words) => {
    expect(deskIn(words)).toEqual([words])
  })

  it('is not a person', () => {
    expect(deskIn('Ane Holm')).toEqual([])
  })
})

describe('the name in an address', () => {
  it.each([
    ['https://island.example/author/ane-holm/', ['Ane Holm']],
    ['https://island.example/people/ane-van-holm', ['Ane Van Holm']],
    ['/autoren/ane-holm-123.html', ['Ane Holm']],
    ['https://island.example/author/aholm', []],
    ['https://social.example/ane-holm', []],
    ['https://island.example/author/news-desk', []],
  ])('%s', (address, name) => {
    expect(nameInAddress(address)).toEqual(name)
  })
})
