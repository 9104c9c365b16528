import type { Row } from './row.ts';

/** Told in other languages, refuted by who checked, told of another, or said a sentence later. */
export const toldAbroad: readonly Row[] = [
  // State of the subscription.
  ["Il cluster va. L'abbonamento Azure è attivo da sempre.", { subscriptionState: 'active' }],
  ['La sottoscrizione è stata sospesa il 3 novembre per una fattura non pagata.', { subscriptionState: 'suspended' }],
  ['La nostra sottoscrizione è stata cancellata il 10 ottobre', { subscriptionState: 'deleted' }],
  ['La sottoscrizione non è sospesa, è attiva', { subscriptionState: 'active' }],
  ["L'abonnement a été supprimé par erreur le 2 octobre 2026", { subscriptionState: 'deleted' }],
  ['Notre abonnement Azure, quant à lui, est toujours actif.', { subscriptionState: 'active' }],
  ["L'abonnement est suspendu depuis le 5 novembre (facture impayée)", { subscriptionState: 'suspended' }],
  [
    "L'abonnement avait été suspendu le 1er octobre, il a été réactivé le 8 octobre",
    { subscriptionState: 'reinstated' },
  ],
  ['El clúster va bien y la suscripción está activa, la miré hoy', { subscriptionState: 'active' }],
  ['La suscripción quedó suspendida el 4 de noviembre', { subscriptionState: 'suspended' }],
  ['Alguien eliminó la suscripción el 6 de noviembre', { subscriptionState: 'deleted' }],
  [
    'La suscripción fue reactivada el 12 de noviembre, estuvo suspendida desde el 2',
    { subscriptionState: 'reinstated' },
  ],
  ['Het abonnement is gewoon actief hoor', { subscriptionState: 'active' }],
  ['De subscription is op 9 november per ongeluk verwijderd', { subscriptionState: 'deleted' }],
  ['De subscription is geblokkeerd sinds 1 november', { subscriptionState: 'suspended' }],
  ['De subscription was een week opgeschort en is weer actief', { subscriptionState: 'reinstated' }],
  ['Die Subscription wurde am 2. November gelöscht', { subscriptionState: 'deleted' }],
  ['Das Abo ist aktiv, die Rechnung bezahlt', { subscriptionState: 'active' }],
  [
    'Two people told me the subscription was suspended. I looked it up just now: it is active.',
    { subscriptionState: 'active' },
  ],
  ['He thinks our subscription is disabled. Not so: the portal shows it as active.', { subscriptionState: 'active' }],
  ['Ein Kollege meinte, das Abo sei gelöscht. Ich habe nachgesehen: es ist aktiv.', { subscriptionState: 'active' }],
  ['Quelqu’un disait que l’abonnement était suspendu. J’ai vérifié : il est actif.', { subscriptionState: 'active' }],
  [
    'The subscription was suspended on 3 November. I checked today: still suspended.',
    { subscriptionState: 'suspended' },
  ],
  ['Subscription: active. A deleted one that shows up in the list is of our interns.', { subscriptionState: 'active' }],
  [
    'Our subscription is active. Microsoft once suspended a subscription of our sister firm Litware, in another tenant.',
    { subscriptionState: 'active' },
  ],
  [
    'In 2023 they disabled a subscription of our subsidiary; ours has been active all the time',
    { subscriptionState: 'active' },
  ],
  ['The students have a subscription that was suspended in May. Ours is active.', { subscriptionState: 'active' }],
  [
    'Our subscription was disabled three weeks ago for 5 days and is active again',
    { subscriptionState: 'reinstated', subscriptionStateDays: 5 },
  ],
  [
    'sub got suspended on 2 November for 4 days, since then it is active again',
    { subscriptionState: 'reinstated', subscriptionStateDays: 4 },
  ],
  ['the subscription was suspended for 6 days last month and is active again', { subscriptionStateDays: 6 }],
  ['our sub is suspended since 12 days', { subscriptionState: 'suspended', subscriptionStateDays: 12 }],
  // Labels.
  ['Abbiamo messo un’etichetta nostra (reparto=magazzino) sui nodi', { metadataChange: 'added-own' }],
  ['Abbiamo modificato le etichette di sistema dei nodi', { metadataChange: 'changed-system' }],
  ['Le etichette dei nodi non sono state toccate.', { metadataChange: 'none' }],
  ['Nessuno ha cambiato le etichette dei nodi', { metadataChange: 'none' }],
  ['Hemos añadido la etiqueta turno=noche a los nodos', { metadataChange: 'added-own' }],
  ['No tocamos ninguna etiqueta de los nodos', { metadataChange: 'none' }],
  ['Borramos las etiquetas de AKS de los nodos', { metadataChange: 'changed-system' }],
  ['We hebben eigen labels aan de nodes toegevoegd (ploeg=b)', { metadataChange: 'added-own' }],
  ['Niemand heeft de labels op de nodes gewijzigd', { metadataChange: 'none' }],
  ['Aan de labels is niets veranderd', { metadataChange: 'none' }],
  ['Nous avons ajouté nos propres étiquettes sur les nœuds', { metadataChange: 'added-own' }],
  ['Personne n’a modifié ni les machines virtuelles ni les étiquettes', { metadataChange: 'none' }],
  ['Wir haben ein eigenes Label (schicht=3) auf die Knoten gesetzt', { metadataChange: 'added-own' }],
  ['Niemand hat an den VMs oder den Labels etwas geändert', { metadataChange: 'none' }],
  [
    'We added two labels of our own (floor=2, rack=b) in spring, the rest is as delivered',
    { metadataChange: 'added-own' },
  ],
  ['We added a label of our own to the nginx pods', { metadataChange: null }],
  // Changes of nodes, and on whose word.
  [
    'Unser Integrator hat den Worker-VMs im Hyper-V-Manager mehr Arbeitsspeicher gegeben. Microsoft war nicht informiert.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'Ein Dienstleister (nicht Microsoft) hat per SSH ein Paket auf allen Knoten installiert',
    { nodeChange: [{ via: 'ssh', what: 'package', directedByMicrosoft: false }] },
  ],
  [
    'On Monday Ingrid attached a second NIC to moc-l4kd02 in Failover Cluster Manager. No ticket, no order from Microsoft.',
    { nodeChange: [{ via: 'hyperv-api', what: 'nic', directedByMicrosoft: false }] },
  ],
  [
    'Rashid raised the memory of the worker VMs in Hyper-V Manager, without any request by Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  ['De node-image hebben we vervangen door onze eigen VHD', { nodeChange: [{ what: 'base-image' }] }],
  [
    'Het geheugen van de worker-VM’s is in Hyper-V Manager verhoogd naar 32 GB, zonder opdracht van Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'Abbiamo aggiunto una seconda scheda di rete alle VM dei nodi in Hyper-V Manager, di nostra iniziativa',
    { nodeChange: [{ via: 'hyperv-api', what: 'nic', directedByMicrosoft: false }] },
  ],
  [
    'Il collega ha aumentato la memoria delle VM dei worker da Hyper-V',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'Hemos cambiado la memoria de las VM de los nodos en el Administrador de Hyper-V, por decisión propia',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'Un prestataire a ajouté une carte réseau aux VM des nœuds dans Hyper-V, sans instruction de Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'nic', directedByMicrosoft: false }] },
  ],
  ['Nessuno ha toccato le VM dei nodi', { nodeChange: null }],
  ['Niemand heeft de VM’s aangeraakt', { nodeChange: null }],
  ['Volevamo aumentare la memoria delle VM in Hyper-V, ma non lo abbiamo fatto', { nodeChange: null }],
  ['Kunnen we het geheugen van de VM’s in Hyper-V verhogen?', { nodeChange: null }],
  [
    'Your support engineer said we may read the settings but must not change them. We then set the vCPUs to 8 in Hyper-V Manager ourselves, against that.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'A forum told us to raise the vCPUs of the nodes with Set-VMProcessor. We did not follow this.',
    { nodeChange: null },
  ],
  [
    'The consultant told us to set a VLAN on the node VMs in Hyper-V Manager. We ignored that advice.',
    { nodeChange: null },
  ],
  [
    'Support told us to run Set-VMMemory on the worker VMs. We followed this.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true }] },
  ],
  // Whose fault, whose sample, which stage.
  ['Die Ursache liegt bei uns: wir haben selbst das falsche Gateway eingetragen', { rootCause: 'customer' }],
  ['Der Fehler lag bei uns, die Firewall-Regel hatten wir selbst gelöscht', { rootCause: 'customer' }],
  ['La cause est de notre côté : nous avons saisi le mauvais CIDR', { rootCause: 'customer' }],
  ["C'est notre faute, le pare-feu bloquait", { rootCause: 'customer' }],
  ['La causa es nuestra: configuramos mal el DNS', { rootCause: 'customer' }],
  ['El error fue nuestro, borramos la ruta', { rootCause: 'customer' }],
  ['La causa è nostra: abbiamo inserito il gateway sbagliato', { rootCause: 'customer' }],
  ['De oorzaak ligt bij ons: we hebben zelf de verkeerde DNS ingevuld', { rootCause: 'customer' }],
  ['Die Ursache liegt vermutlich bei uns', { rootCause: null }],
  ['Die Ursache liegt nicht bei uns', { rootCause: null }],
  ['La causa no es nuestra', { rootCause: null }],
  ['La cause ne vient pas de chez nous', { rootCause: null }],
  ['Notre erreur : ImagePullBackOff', { rootCause: null }],
  ['Das Problem liegt bei uns seit Montag vor', { rootCause: null }],
  ['Wir sind dem Tutorial auf Microsoft Learn Schritt für Schritt gefolgt', { fromMicrosoftDocs: true }],
  ['Nous avons suivi à la lettre le tutoriel de Microsoft Learn', { fromMicrosoftDocs: true }],
  ['Seguimos paso a paso la guía de Microsoft', { fromMicrosoftDocs: true }],
  ['Abbiamo seguito alla lettera il tutorial di Microsoft Learn', { fromMicrosoftDocs: true }],
  ['We hebben de handleiding van Microsoft Learn stap voor stap gevolgd', { fromMicrosoftDocs: true }],
  ['No seguimos ningún tutorial de Microsoft', { fromMicrosoftDocs: false }],
  [
    'It is listed on the learn page as supported and we turned it on as the page describes',
    { fromMicrosoftDocs: true },
  ],
  ['That is no sample of yours, we wrote it', { fromMicrosoftDocs: false }],
  ['The YAML is not taken from one of your samples', { fromMicrosoftDocs: false }],
  ['It went GA in May; when we began with it in 2024 it was a preview', { featureStage: 'ga' }],
  ['It is generally available now, last year it was still preview', { featureStage: 'ga' }],
  [
    'The page marks it as public preview, open to anyone, no invitation and no NDA',
    { featureStage: 'ms-public-preview' },
  ],
  ['A beta feature we had in the lab was removed long ago', { featureStage: null }],
  ['An alpha feature gate we tried once in the test lab is no longer there', { featureStage: null }],
  ['Das Feature ist seit März allgemein verfügbar, 2025 hatten wir es noch als Vorschau', { featureStage: 'ga' }],
  // Health, minor, distance.
  ['Every node and every component is reported healthy', { systemHealthy: true }],
  ['All components report healthy', { systemHealthy: true }],
  ['Der ganze Cluster ist kaputt, zwei von drei Control-Plane-Knoten sind tot', { systemHealthy: false }],
  ['Das System ist nicht mehr gesund', { systemHealthy: false }],
  ['Tout le système est cassé', { systemHealthy: false }],
  ['Das System ist außerdem kaputt', { systemHealthy: false }],
  ['Todo el sistema está roto', { systemHealthy: false }],
  ['Das System ist gesund, nur eine App ist kaputt', { systemHealthy: true }],
  ["At the upgrade the server answers 'version has been removed'", { k8sMinorStatus: 'removed' }],
  ['the server tells us the version was removed', { k8sMinorStatus: 'removed' }],
  ['Server meldet: Version 1.27 wurde entfernt', { k8sMinorStatus: 'removed' }],
  ['The old version label was removed from the server rack', { k8sMinorStatus: null }],
  ['Unser AKS-Release hat drei Versionen Rückstand', { aksReleasesBehind: 3 }],
  ['AKS hybrid: zwei Releases im Rückstand', { aksReleasesBehind: 2 }],
  ['AKS-HCI a trois versions de retard', { aksReleasesBehind: 3 }],
  ['AKS hybrid lleva dos versiones de retraso', { aksReleasesBehind: 2 }],
  ['logstash was placed in kube-system by our platform group', { workloadInKubeSystem: true }],
  ['our own agent got installed into kube-system by the security people of ours', { workloadInKubeSystem: true }],
  ['metrics-server was put into kube-system by the product itself', { workloadInKubeSystem: null }],
  // Outputs.
  [
    `KubernetesVersion     : v1.29.4
PackageVersion        : v1.29.4-kvapkg.0
NodePools             : {np1}
Name                  : molen-west

KubernetesVersion     : v1.28.9
PackageVersion        : v1.28.9-kvapkg.0
NodePools             : {np1}
Name                  : molen-oost

Betroffen ist ausschließlich molen-oost, molen-west geht.`,
    { k8sVersion: '1.28.9', clusterName: 'molen-oost' },
  ],
  [
    `{"osSku": "CBLMariner", "osType": "Linux", "ready": true, "patchVersions": {"1.31.8": {}, "1.31.9": {"readiness": [{"ready": true}]}}}`,
    { k8sVersion: null },
  ],
  [
    `{"osSku": "AzureLinux3", "osType": "Linux", "ready": true, "patchVersions": {"1.31.8": {}, "1.31.9": {}}}`,
    { k8sVersion: null },
  ],
  ['Get-AksHciVersion 1.2.0.11006 (before the update: 1.0.22.10605)', { aksRelease: '1.2.0.11006' }],
  ['Get-AksHciVersion: 1.2.0.11008, previously 1.0.23.10605', { aksRelease: '1.2.0.11008' }],
  [
    `{"connectivityStatus":"Connected","distribution":"aks_workload","kubernetesVersion":"1.32.9","lastConnectivityTime":"2026-11-18T13:05:41.310000+00:00","name":"aks-brest-01"}

and aks-brest-02, which has no problem: "kubernetesVersion":"1.29.2"`,
    { k8sVersion: '1.32.9' },
  ],
];
